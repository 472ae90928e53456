import { describe, expect, it } from 'vitest'
import type { Measures } from '@/lib/measures/measures'
import { predictionView, pictureForTests } from './prediction-view-for-tests'
import { bestCells, directionOf, sortCells, type SortOrder } from './sort-cells'

const measured = (ssim: number): Measures => ({
  alignment: { state: 'refused', reason: 'Unlike.', confidence: 0 },
  ssim,
})
const cells = [
  { prediction: predictionView(0, { finishedAt: 5_000, costCents: 7 }), measures: measured(0.5) },
  {
    prediction: predictionView(1, {
      finishedAt: 3_000,
      costCents: 2,
      mark: 'reject',
      assets: [pictureForTests({ width: 2048 })],
    }),
  },
  {
    prediction: predictionView(2, { status: 'failed', state: 'failed', assets: [], costCents: 0 }),
  },
  {
    prediction: predictionView(3, { finishedAt: 3_000, costCents: 2, mark: 'star' }),
    measures: measured(0.9),
  },
]
const order = (by: SortOrder['by'], turned = false) =>
  sortCells(cells, { by, turned }).map(({ prediction }) => prediction.position)

describe('sortCells', () => {
  it('puts the better end first and what is not known last', () => {
    expect(order('time')).toEqual([1, 3, 0, 2])
    expect(order('cost')).toEqual([1, 3, 0, 2])
    expect(order('size')).toEqual([1, 0, 3, 2])
    expect(order('ssim')).toEqual([3, 0, 1, 2])
    expect(order('star')).toEqual([3, 0, 2, 1])
    expect(order('board')).toEqual([0, 1, 2, 3])
  })

  it('turned round, what is not known is still last', () => {
    expect(order('time', true)).toEqual([0, 1, 3, 2])
    expect(order('ssim', true)).toEqual([0, 3, 1, 2])
  })

  it('tells the direction by the values, not by what is better', () => {
    expect(directionOf({ by: 'time', turned: false })).toBe('ascending')
    expect(directionOf({ by: 'ssim', turned: false })).toBe('descending')
    expect(directionOf({ by: 'ssim', turned: true })).toBe('ascending')
  })
})

describe('bestCells', () => {
  it('marks all that are equally good, among those that succeeded', () => {
    expect(bestCells(cells)).toEqual({ fastest: new Set([1, 3]), cheapest: new Set([1, 3]) })
  })

  it('marks nothing where all are equal, and no price in the sandbox', () => {
    const equal = [0, 1].map((position) => ({ prediction: predictionView(position) }))
    expect(bestCells(equal)).toEqual({ fastest: new Set(), cheapest: new Set() })
    const free = [
      { prediction: predictionView(0, { sandbox: true, costCents: 0 }) },
      { prediction: predictionView(1, { sandbox: true, costCents: 0, finishedAt: 2_500 }) },
    ]
    expect(bestCells(free)).toEqual({ fastest: new Set([1]), cheapest: new Set() })
  })
})
