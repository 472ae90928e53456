/** What was typed as the form keeps it: a number where it is one, nothing for nothing, else the very text. */
export function readNumber(text: string): number | string | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const value = Number(trimmed)
  return Number.isFinite(value) ? value : text
}

/** The next step up or down on the grid that begins at `min`, within the range; free of binary noise such as 0.30000000000000004. */
export function stepFrom(
  value: number,
  direction: 1 | -1,
  { min, max, step }: { min: number; max: number; step: number },
): number {
  const steps = Math.round((value - min) / step) + direction
  const next = Math.min(max, Math.max(min, min + steps * step))
  return Number(next.toFixed(10))
}
