import { workingTime, type MeasuredPrediction } from './measured-prediction'

/** By what the cells can be put in order, and which end comes first unless the person turns it round. */
export const sortKeys = {
  board: { name: 'Board order', first: 'least', of: ({ prediction }) => prediction.position },
  time: { name: 'Time', first: 'least', of: ({ prediction }) => workingTime(prediction) },
  cost: {
    name: 'Cost',
    first: 'least',
    of: ({ prediction }) =>
      prediction.state === 'succeeded' ? (prediction.costCents ?? undefined) : undefined,
  },
  size: {
    name: 'Size',
    first: 'most',
    of: ({ prediction: { assets } }) => assets[0] && assets[0].width * assets[0].height,
  },
  seed: { name: 'Seed', first: 'least', of: ({ prediction }) => prediction.seed ?? undefined },
  changed: { name: 'Changed', first: 'least', of: ({ measures }) => measures?.changed },
  changedOutsideMask: {
    name: 'Changed outside the mask',
    first: 'least',
    of: ({ measures }) => measures?.changedOutsideMask,
  },
  colourCast: { name: 'Colour cast', first: 'least', of: ({ measures }) => measures?.colourCast },
  ssim: { name: 'SSIM', first: 'most', of: ({ measures }) => measures?.ssim },
  star: {
    name: 'Star',
    first: 'most',
    of: ({ prediction: { mark } }) => (mark === 'star' ? 1 : mark === 'reject' ? -1 : 0),
  },
} as const satisfies Record<
  string,
  { name: string; first: 'least' | 'most'; of(cell: MeasuredPrediction): number | undefined }
>

export type SortKey = keyof typeof sortKeys

export interface SortOrder {
  by: SortKey
  /** The other end first. */
  turned: boolean
}

/** In this order; what is not known comes last whichever end is first, and equals stay in the board's order. */
export function sortCells<C extends MeasuredPrediction>(cells: readonly C[], { by, turned }: SortOrder): C[] {
  const { first, of } = sortKeys[by]
  const direction = (first === 'least') === turned ? -1 : 1
  return cells
    .map((cell) => ({ cell, value: of(cell) }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined)
      return (a.value - b.value) * direction
    })
    .map(({ cell }) => cell)
}

/** "ascending" or "descending", as a table header tells it. */
export function directionOf({ by, turned }: SortOrder): 'ascending' | 'descending' {
  return (sortKeys[by].first === 'least') === turned ? 'descending' : 'ascending'
}

/**
 * The positions of the fastest and of the cheapest among those that succeeded; all of them where they are equal, none
 * where every one is, or where nothing was paid.
 */
export function bestCells(cells: readonly MeasuredPrediction[]): {
  fastest: ReadonlySet<number>
  cheapest: ReadonlySet<number>
} {
  return {
    fastest: leastOf(cells, sortKeys.time.of),
    cheapest: leastOf(
      cells.filter(({ prediction }) => !prediction.sandbox),
      sortKeys.cost.of,
    ),
  }
}

function leastOf(
  cells: readonly MeasuredPrediction[],
  of: (cell: MeasuredPrediction) => number | undefined,
): ReadonlySet<number> {
  const known = cells.flatMap((cell) => {
    const value = of(cell)
    return value === undefined ? [] : [{ position: cell.prediction.position, value }]
  })
  const least = Math.min(...known.map(({ value }) => value))
  const best = known.filter(({ value }) => value === least)
  return new Set(best.length < known.length ? best.map(({ position }) => position) : [])
}
