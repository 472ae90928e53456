import 'server-only'
import type { Field } from './field'
import { patchRadius, type Level } from './level'

/**
 * Draws the hole anew: each pixel is the mean of what the sources of all patches over it say (Wexler et al. 2007). In
 * place.
 *
 * @param alike count each patch by how like its source it is; before any was compared all count the same
 */
export function castVotes(level: Level, field: Field, drawn: Float32Array, alike: boolean): void {
  const { width, height, colours, hole } = level
  const { targets, match, difference, trust } = field
  const sums = new Float32Array(width * height * 3)
  const weights = new Float32Array(width * height)
  const spread = alike ? upperQuartile(targets, difference) : 1
  for (const target of targets) {
    const source = match[target]!
    const likeness = alike ? Math.exp(-difference[target]! / spread) : 1
    const weight = likeness * trust[target]! + 1e-9
    const x = target % width
    const y = (target - x) / width
    const left = Math.max(-patchRadius, -x)
    const right = Math.min(patchRadius, width - 1 - x)
    const bottom = Math.min(patchRadius, height - 1 - y)
    for (let row = Math.max(-patchRadius, -y); row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const to = target + row * width + column
        if (!hole[to]) continue
        const from = (source + row * width + column) * 3
        const share = weight * (1 - 0.1 * (Math.abs(row) + Math.abs(column)))
        sums[to * 3]! += share * colours[from]!
        sums[to * 3 + 1]! += share * colours[from + 1]!
        sums[to * 3 + 2]! += share * colours[from + 2]!
        weights[to]! += share
      }
  }
  for (let at = 0; at < hole.length; at++) {
    if (!hole[at] || weights[at]! === 0) continue
    for (let channel = at * 3; channel < at * 3 + 3; channel++) drawn[channel] = sums[channel]! / weights[at]!
  }
}

function upperQuartile(targets: Int32Array, difference: Float32Array): number {
  const sorted = Float32Array.from(targets, (target) => difference[target]!).sort()
  return Math.max(1e-5, sorted[Math.floor(sorted.length * 0.75)]!)
}
