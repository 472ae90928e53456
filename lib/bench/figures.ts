/** The middle of the values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2
}

/** One line of the report. */
export interface Figure {
  what: string
  ours: string
  beside: string
  goal: string
  met: boolean
}

/** Prints the figures side by side. */
export function print(figures: readonly Figure[]): void {
  console.table(
    figures.map(({ what, ours, beside, goal, met }) => ({
      what,
      ours,
      beside,
      goal,
      met: met ? 'yes' : 'NO',
    })),
  )
}
