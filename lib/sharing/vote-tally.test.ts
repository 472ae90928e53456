import { expect, it } from 'vitest'
import type { ShareVote } from './share-store'
import { tallyVotes } from './vote-tally'

const vote = (first: string, second: string, outcome: ShareVote['outcome']): ShareVote => ({
  id: 'v',
  shareId: 's',
  visitor: 'v',
  addressHash: 'h',
  question: 'instruction',
  first,
  second,
  outcome,
  createdAt: 1,
})

it('counts by model, the best first, without answers that say nothing of models', () => {
  const names = new Map([
    ['p1', 'Pro'],
    ['p2', 'Pro'],
    ['d1', 'Dev'],
  ])
  const votes = [
    vote('p1', 'd1', 'first'),
    vote('d1', 'p2', 'second'),
    vote('d1', 'p1', 'first'),
    vote('d1', 'p1', 'tie'),
    vote('p1', 'p2', 'first'),
    vote('p1', 'gone', 'first'),
  ]
  expect(tallyVotes(votes, names)).toEqual([
    { name: 'Pro', won: 2, tied: 1, lost: 1 },
    { name: 'Dev', won: 1, tied: 1, lost: 2 },
  ])
})
