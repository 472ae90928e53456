import 'server-only'
import type { Plane } from '../pixels/float-picture'

/** A box in shares of the picture's width and height, 0 to 1. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** The box around what is covered by at least `least`; a hundredth of it may lie outside, so that specks don't count. */
export function boxOf({ width, height, data }: Plane, least: number): Box | undefined {
  const columns = new Float64Array(width)
  const rows = new Float64Array(height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      if (data[at]! >= least) {
        columns[x]!++
        rows[y]!++
      }
  const across = reachOf(columns)
  const down = reachOf(rows)
  return across && down && { left: across[0], right: across[1], top: down[0], bottom: down[1] }
}

function reachOf(counts: Float64Array): [number, number] | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return undefined
  const outside = total * 0.005
  let from = 0
  for (let sum = counts[0]!; sum <= outside;) sum += counts[++from]!
  let to = counts.length - 1
  for (let sum = counts[to]!; sum <= outside;) sum += counts[--to]!
  return [from / counts.length, (to + 1) / counts.length]
}
