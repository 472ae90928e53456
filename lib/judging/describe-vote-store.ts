import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { aVote } from './a-vote-for-tests'
import type { Vote } from './vote'
import type { VoteStore } from './vote-store'

export interface OpenedVotes {
  votes: VoteStore
  /** Makes a run, which a vote must have, and answers its id. */
  addRun(): Promise<string>
  removeRun(id: string): Promise<void>
}

/** What every vote store must do. `open` gives an empty store before each test. */
export function describeVoteStore(engine: string, open: () => Promise<OpenedVotes>): void {
  describe(`vote store on ${engine}`, () => {
    let votes: VoteStore
    let opened: OpenedVotes
    let runId: string
    beforeEach(async () => {
      opened = await open()
      votes = opened.votes
      runId = await opened.addRun()
    })

    async function cast(facts: Partial<Vote> = {}): Promise<Vote> {
      const vote = aVote({ runId, ...facts })
      await votes.cast(vote)
      return vote
    }

    it('gives back what was stored, oldest first, of one voter', async () => {
      const late = await cast({ createdAt: 1_900_000_000_002 })
      const early = await cast({ createdAt: 1_900_000_000_001, question: 'preservation', outcome: 'tie' })
      const visitor = await cast({ voter: 'visitor 1' })
      expect(await votes.votesOf('owner')).toEqual([early, late])
      expect(await votes.votesOf('visitor 1')).toEqual([visitor])
      expect(await votes.votesOf('nobody')).toEqual([])
    })

    it('replaces the earlier answer of the same voter to the same question about the same pair', async () => {
      const before = await cast({ outcome: 'first' })
      const after = await cast({ ...before, id: randomUUID(), roundId: 'round 2', outcome: 'second' })
      expect(await votes.votesOf('owner')).toEqual([after])
      const { first, second } = after
      const swapped = await cast({ ...after, id: randomUUID(), first: second, second: first })
      expect(await votes.votesOf('owner')).toEqual([swapped])
    })

    it('keeps answers to the other question, of another voter and about another pair beside it', async () => {
      const one = await cast()
      const { id: _another, ...same } = one
      await cast({ ...same, question: 'preservation' })
      await cast({ ...same, voter: 'visitor 1' })
      await cast({ ...same, second: { predictionId: 'p3', modelId: 'flux-dev' } })
      expect(await votes.votesOf('owner')).toHaveLength(3)
      expect(await votes.votesOf('visitor 1')).toHaveLength(1)
    })

    it('keeps one of many votes cast at the same time', async () => {
      const one = await cast()
      await Promise.all(Array.from({ length: 10 }, () => cast({ ...one, id: randomUUID() })))
      expect(await votes.votesOf('owner')).toHaveLength(1)
    })

    it('takes back one answer, in either order of the pair, and only that', async () => {
      const one = await cast()
      const { id: _another, ...same } = one
      const other = await cast({ ...same, question: 'preservation' })
      await votes.retract('visitor 1', 'instruction', ['p1', 'p2'])
      expect(await votes.votesOf('owner')).toHaveLength(2)
      await votes.retract('owner', 'instruction', ['p2', 'p1'])
      await votes.retract('owner', 'instruction', ['p2', 'p1'])
      expect(await votes.votesOf('owner')).toEqual([other])
    })

    it('loses the votes of a run with the run, and takes none for a run that is not there', async () => {
      await cast()
      const kept = await cast({
        runId: await opened.addRun(),
        second: { predictionId: 'p9', modelId: 'flux-dev' },
      })
      await opened.removeRun(runId)
      expect(await votes.votesOf('owner')).toEqual([kept])
      await expect(cast()).rejects.toThrow()
    })
  })
}
