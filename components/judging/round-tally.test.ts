import { expect, it } from 'vitest'
import type { RoundPair } from '@/lib/judging/pairs'
import type { PredictionView } from '@/lib/predictions/view'
import { tallyRound } from './round-tally'

/** What a tally looks at; the rest of a view does not matter here. */
function aResult(id: string, modelName: string, ms: number, costCents: number): PredictionView {
  return { id, modelName, submittedAt: 1_000, finishedAt: 1_000 + ms, costCents } as PredictionView
}

it('counts both sides of each answer, and time and cost of each judged prediction once', () => {
  const [a1, a2] = [aResult('a1', 'A', 1_000, 2), aResult('a2', 'A', 3_000, 2)]
  const [b1, b2] = [aResult('b1', 'B', 500, 1), aResult('b2', 'B', 900, 1)]
  const pair = (first: PredictionView, second: PredictionView): RoundPair<PredictionView> => ({
    first,
    second,
    input: { images: [] },
  })
  const rows = tallyRound(
    [pair(b1!, a1!), pair(a2!, b1!), pair(a1!, b2!)],
    [{ instruction: 'second', preservation: 'tie' }, { instruction: 'first' }, {}],
    ({ modelName }) => modelName,
  )
  expect(rows).toEqual([
    {
      name: 'A',
      scores: { instruction: { wins: 2, ties: 0, losses: 0 }, preservation: { wins: 0, ties: 1, losses: 0 } },
      meanMs: 2_000,
      cents: 4,
    },
    {
      name: 'B',
      scores: { instruction: { wins: 0, ties: 0, losses: 2 }, preservation: { wins: 0, ties: 1, losses: 0 } },
      meanMs: 500,
      cents: 1,
    },
  ])
})
