import 'server-only'
import type { Field } from './field'
import { patchRadius, type Level } from './level'

/**
 * Looks for better matches (Barnes et al. 2009): those of the neighbours, moved along, and ever nearer places by
 * chance. About 1 µs a target, pass and halving of the reach.
 *
 * @param drawn the picture with the hole as it is filled so far
 * @param passes alternately from the top left and from the bottom right
 * @param reach how far chance looks from the best place so far, in pixels
 */
export function improveField(
  level: Level,
  field: Field,
  drawn: Float32Array,
  random: () => number,
  passes: number,
  reach: number,
): void {
  const { width, height } = level
  const { targets, isTarget, isSource, match, difference } = field
  for (const target of targets)
    difference[target] = patchDifference(level, field, drawn, target, match[target]!, Infinity)
  for (let pass = 0; pass < passes; pass++) {
    const step = pass % 2 === 0 ? 1 : -1
    for (let nth = 0; nth < targets.length; nth++) {
      const target = targets[step === 1 ? nth : targets.length - 1 - nth]!
      let best = match[target]!
      let least = difference[target]!
      const column = (target % width) - step
      if (column >= 0 && column < width && isTarget[target - step]) {
        const source = match[target - step]! + step
        if (source !== best && isSource[source]) {
          const found = patchDifference(level, field, drawn, target, source, least)
          if (found < least) {
            least = found
            best = source
          }
        }
      }
      const beside = target - step * width
      if (beside >= 0 && beside < isTarget.length && isTarget[beside]) {
        const source = match[beside]! + step * width
        if (source !== best && isSource[source]) {
          const found = patchDifference(level, field, drawn, target, source, least)
          if (found < least) {
            least = found
            best = source
          }
        }
      }
      for (let radius = reach; radius >= 1; radius *= 0.5) {
        const x = (best % width) + Math.round((random() * 2 - 1) * radius)
        const y = Math.floor(best / width) + Math.round((random() * 2 - 1) * radius)
        if (x < 0 || y < 0 || x >= width || y >= height || !isSource[y * width + x]) continue
        const found = patchDifference(level, field, drawn, target, y * width + x, least)
        if (found < least) {
          least = found
          best = y * width + x
        }
      }
      match[target] = best
      difference[target] = least
    }
  }
}

/** The sum of squared differences by trust, and for the height; given up once it is above `limit`. */
function patchDifference(
  { width, height, colours }: Level,
  { trust, heightCost }: Field,
  drawn: Float32Array,
  target: number,
  source: number,
  limit: number,
): number {
  const x = target % width
  const y = (target - x) / width
  const left = x < patchRadius ? -x : -patchRadius
  const right = x + patchRadius >= width ? width - 1 - x : patchRadius
  const top = y < patchRadius ? -y : -patchRadius
  const bottom = y + patchRadius >= height ? height - 1 - y : patchRadius
  const climb = heightCost === 0 ? 0 : (y - Math.floor(source / width)) / height
  let sum = climb * climb * heightCost * trust[target]!
  for (let row = top; row <= bottom; row++) {
    let at = target + row * width + left
    let to = at * 3
    let from = (source + row * width + left) * 3
    for (let column = left; column <= right; column++, at++, to += 3, from += 3) {
      const red = drawn[to]! - colours[from]!
      const green = drawn[to + 1]! - colours[from + 1]!
      const blue = drawn[to + 2]! - colours[from + 2]!
      sum += (red * red + green * green + blue * blue) * trust[at]!
    }
    if (sum > limit) return sum
  }
  return sum
}
