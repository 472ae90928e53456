import { describe, expect, it } from 'vitest'
import { cellsOf, type RunPlan } from '@/lib/models/run-plan'
import { aVote } from './a-vote-for-tests'
import { comparablePairs, mostPairs, roundPairs, type Board, type BoardPrediction } from './pairs'
import { historyOf } from './round-history'
import { pairKey } from './vote'

const models = ['flux-2-klein-9b-edit', 'flux-2-pro-edit', 'flux-dev', 'flux2-klein-4b'] as const

function aBoard(
  modelIds: readonly string[],
  facts: Partial<RunPlan> = {},
  change: (prediction: BoardPrediction) => Partial<BoardPrediction> = () => ({}),
): Board<BoardPrediction> {
  const plan: RunPlan = {
    input: { prompt: 'Make it night', images: ['picture'] },
    choices: modelIds.map((modelId) => ({ modelId, values: {} })),
    ...facts,
  }
  const predictions = cellsOf(plan).map(({ request }, position) => {
    const prediction = {
      id: `p${position}`,
      modelId: request.modelId,
      position,
      status: 'completed',
      sandbox: false,
    }
    return { ...prediction, ...change(prediction) }
  })
  return { ...plan, predictions }
}

/** Numbers that are the same each time; good enough to shuffle by. */
function numbers(seed = 1): () => number {
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
}

const keysOf = (board: Board<BoardPrediction>) =>
  comparablePairs(board)
    .map(({ first, second }) => pairKey(first.id, second.id))
    .sort()

describe('what is compared', () => {
  it('is each two models of a run, never a prediction with itself', () => {
    expect(keysOf(aBoard(models.slice(0, 3)))).toEqual(['p0 p1', 'p0 p2', 'p1 p2'])
    expect(keysOf(aBoard(['flux-dev']))).toEqual([])
  })

  it('is only what has finished', () => {
    const failed = aBoard(models.slice(0, 3), {}, ({ position }) =>
      position === 1 ? { status: 'failed' } : {},
    )
    expect(keysOf(failed)).toEqual(['p0 p2'])
  })

  it('has the same swept values on both sides', () => {
    const board = aBoard(models.slice(0, 2), { axes: [{ parameter: 'seed', values: [7, 8, 9] }] })
    expect(keysOf(board)).toEqual(['p0 p3', 'p1 p4', 'p2 p5'])
  })

  it('is not parted by a parameter that one of the models does not have', () => {
    const board = aBoard(['flux-dev', 'flux2-klein-4b'], {
      axes: [{ parameter: 'strength', values: [0.2, 0.8] }],
    })
    expect(keysOf(board)).toEqual(['p0 p2', 'p1 p2'])
  })

  it('was asked for in the same words and pictures', () => {
    const choices = models.slice(0, 3).map((modelId) => ({ modelId, values: {} }))
    const other = { ...choices[1]!, override: { prompt: 'Make it day' } }
    expect(keysOf(aBoard(models.slice(0, 3), { choices: [choices[0]!, other, choices[2]!] }))).toEqual([
      'p0 p2',
    ])
    const swept = aBoard(['flux-dev'], { axes: [{ parameter: 'prompt', values: ['a', 'b'] }] })
    expect(keysOf(swept)).toEqual([])
  })

  it('is never live against sandbox', () => {
    const board = aBoard(models.slice(0, 3), {}, ({ position }) => ({ sandbox: position > 0 }))
    expect(keysOf(board)).toEqual(['p1 p2'])
  })

  it('is the settings of a model only where there is no other model', () => {
    const strength = [{ parameter: 'strength', values: [0.2, 0.5, 0.8] }]
    expect(keysOf(aBoard(['flux-dev'], { axes: strength }))).toEqual(['p0 p1', 'p0 p2', 'p1 p2'])
    expect(keysOf(aBoard(['flux-dev', 'flux-dev', 'flux-2-pro-edit']))).toEqual(['p0 p2', 'p1 p2'])
  })
})

describe('a round', () => {
  const large = aBoard(models, { axes: [{ parameter: 'seed', values: [1, 2, 3, 4] }] })

  it('has no more than its share, no pair twice, and all models about equally often', () => {
    const pairs = roundPairs(large, { random: numbers() })
    expect(pairs).toHaveLength(mostPairs)
    expect(new Set(pairs.map(({ first, second }) => pairKey(first.id, second.id))).size).toBe(mostPairs)
    const met = new Map<string, number>()
    for (const { first, second } of pairs) {
      expect(first.modelId).not.toBe(second.modelId)
      const key = pairKey(first.modelId, second.modelId)
      met.set(key, (met.get(key) ?? 0) + 1)
    }
    expect(met.size).toBe(6)
    expect(Math.min(...met.values())).toBe(2)
    expect(Math.max(...met.values())).toBe(3)
  })

  it('is the same for the same numbers, and changes order and sides with others', () => {
    const shown = (seed: number) =>
      roundPairs(large, { random: numbers(seed) }).map(({ first, second }) => `${first.id} ${second.id}`)
    expect(shown(5)).toEqual(shown(5))
    expect(shown(5)).not.toEqual(shown(6))
    const two = aBoard(models.slice(0, 2))
    const random = numbers()
    const sides = Array.from({ length: 40 }, () => roundPairs(two, { random })[0]?.first.id)
    expect(new Set(sides)).toEqual(new Set(['p0', 'p1']))
  })

  it('begins with what was compared least, in this run and in others', () => {
    const board = aBoard(models.slice(0, 3))
    const judged = aVote({
      first: { predictionId: 'p0', modelId: models[0] },
      second: { predictionId: 'p1', modelId: models[1] },
    })
    const elsewhere = aVote({
      runId: 'run 2',
      first: { predictionId: 'x', modelId: models[2] },
      second: { predictionId: 'y', modelId: models[1] },
    })
    const history = historyOf([judged, elsewhere], 'run 1')
    const keys = (limit: number) =>
      roundPairs(board, { history, limit, random: numbers() }).map(({ first, second }) =>
        pairKey(first.id, second.id),
      )
    expect(keys(1)).toEqual(['p0 p2'])
    expect(keys(2).sort()).toEqual(['p0 p2', 'p1 p2'])
    expect(keys(3)).toHaveLength(3)
  })
})
