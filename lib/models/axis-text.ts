import type { AxisValue } from './run-plan'
import type { Parameter } from './parameter'

/** The values a text names, or what is wrong with it: a sentence for the person. */
export type AxisText = { values: AxisValue[] } | { problem: string }

/** A run has no more cells than this, so that an axis never needs more values; it also bounds a slip like "1, 2, .., 1e9". */
const mostValues = 64

/**
 * Reads the text of an axis as people know it from other grids: numbers as "0.2, 0.5, 0.8" or "1, 2, .., 10" (the step
 * is that of the two before the dots), texts as "make it night || make it day". A value said twice counts once.
 */
export function readAxisText(row: Parameter, text: string): AxisText {
  switch (row.kind) {
    case 'integer':
    case 'number':
    case 'seed':
      return readNumbers(row, text)
    case 'text':
      return someValues(text.split('||').map((part) => part.trim()))
    default:
      return someValues(text.split(',').map((part) => part.trim()))
  }
}

/** The text that `readAxisText` reads as these values. */
export function writeAxisText(row: Parameter, values: readonly AxisValue[]): string {
  return values.join(row.kind === 'text' ? ' || ' : ', ')
}

function someValues(parts: string[]): AxisText {
  const values = [...new Set(parts.filter(Boolean))]
  return values.length > 0 ? limited(values) : { problem: 'Write the values to try.' }
}

type Numeric = Extract<Parameter, { kind: 'integer' | 'number' | 'seed' }>

function readNumbers(row: Numeric, text: string): AxisText {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length === 0) return { problem: 'Write the values to try, like 1, 2, 3 or 1, 2, .., 10.' }
  const values: number[] = []
  for (const [index, part] of parts.entries()) {
    if (isDots(part)) {
      const range = rangeUpTo(values, parts[index + 1])
      if ('problem' in range) return range
      values.push(...range.values)
      continue
    }
    const value = Number(part)
    if (!Number.isFinite(value))
      return { problem: `“${part}” is not a number. Write numbers with commas between, like 1, 2, .., 10.` }
    values.push(value)
  }
  const unique = [...new Set(values)]
  const outside = unique.find((value) => value < row.min || value > row.max)
  if (outside !== undefined)
    return { problem: `${outside} is outside the range from ${row.min} to ${row.max}.` }
  const broken = row.kind === 'number' ? undefined : unique.find((value) => !Number.isInteger(value))
  if (broken !== undefined) return { problem: `${broken} is not a whole number.` }
  return limited(unique)
}

function isDots(part: string): boolean {
  return part === '…' || /^\.{2,3}$/.test(part)
}

/** The values between the last one and `end`, without either: they stand on both sides of the dots. */
function rangeUpTo(
  before: number[],
  endText: string | undefined,
): { values: number[] } | { problem: string } {
  const end = Number(endText)
  const [previous, last] = before.slice(-2)
  if (endText === undefined || !Number.isFinite(end) || previous === undefined || last === undefined)
    return { problem: 'Dots stand between two values and the last one, like 1, 2, .., 10.' }
  const step = last - previous
  if (step === 0 || (end - last) / step <= 0)
    return { problem: `Going on from ${previous}, ${last} never comes to ${endText}.` }
  const count = Math.floor((end - last) / step + 1e-9)
  if (count > mostValues) return tooMany(count + before.length)
  // Multiplied, not added up: 0.1 + 0.2 would show.
  const values = Array.from({ length: count }, (_, index) => tidy(last + (index + 1) * step))
  return { values: values.filter((value) => value !== end) }
}

/** Without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

function limited(values: AxisValue[]): AxisText {
  return values.length > mostValues ? tooMany(values.length) : { values }
}

function tooMany(count: number): { problem: string } {
  return { problem: `These are ${count} values; at most ${mostValues} can be tried in one run.` }
}
