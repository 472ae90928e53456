import 'server-only'
import type { Level } from './level'
import { sourcesOf, targetsOf } from './level'
import { depthOf } from './depth'

/** Which source each target looks like: what PatchMatch improves and what votes are cast by. */
export interface Field {
  targets: Int32Array
  sources: Int32Array
  isTarget: Uint8Array
  isSource: Uint8Array
  /** The source of each target by its pixel; -1 elsewhere. */
  match: Int32Array
  /** How unlike its source each target is by now. */
  difference: Float32Array
  /** How much a pixel says: known ones most, those deep in the hole little. */
  trust: Float32Array
  /** What it costs to copy from another height, for the picture's full height; 0 where height means nothing. */
  heightCost: number
}

/** A field of chance matches, or of those found at half the size. */
export function startField(
  level: Level,
  random: () => number,
  heightCost: number,
  half?: { field: Field; level: Level },
): Field {
  const { width, height, hole } = level
  const [targets, sources] = [targetsOf(level), sourcesOf(level)]
  const [isTarget, isSource] = [new Uint8Array(width * height), new Uint8Array(width * height)]
  for (const target of targets) isTarget[target] = 1
  for (const source of sources) isSource[source] = 1
  const match = new Int32Array(width * height).fill(-1)
  for (const target of targets) {
    const found = half ? fromHalf(target, half.field.match, half.level) : -1
    match[target] = found >= 0 && isSource[found] ? found : sources[Math.floor(random() * sources.length)]!
  }
  const depth = depthOf(hole, width, height)
  // Below a thousandth nothing is told apart any more, and numbers that small are slow.
  const trust = Float32Array.from(depth, (steps) => (steps === 0 ? 1.6 : Math.max(1e-3, 1.35 ** -steps)))
  const difference = new Float32Array(width * height).fill(Infinity)
  return { targets, sources, isTarget, isSource, match, difference, trust, heightCost }

  function fromHalf(target: number, matches: Int32Array, coarse: Level): number {
    const x = target % width
    const y = Math.floor(target / width)
    const above =
      matches[Math.min(coarse.height - 1, y >> 1) * coarse.width + Math.min(coarse.width - 1, x >> 1)]!
    if (above < 0) return -1
    const column = (above % coarse.width) * 2 + (x & 1)
    const row = Math.floor(above / coarse.width) * 2 + (y & 1)
    return column < width && row < height ? row * width + column : -1
  }
}
