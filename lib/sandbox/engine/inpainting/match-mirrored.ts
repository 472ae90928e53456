import 'server-only'
import type { Field } from './field'
import type { Level } from './level'

/**
 * Lets what lies beyond the old frame look like its mirror image inside, as a start: sky meets sky there. Only a strip
 * is mirrored, to and fro, so that what stands in the middle is not repeated: a sixth of the width, and of the height
 * less, for what is above the sky's rim is mostly sky.
 */
export function matchMirrored({ width, height }: Level, { targets, sources, isSource, match }: Field): void {
  let [left, right, top, bottom] = [width, 0, height, 0]
  for (const source of sources) {
    const x = source % width
    const y = Math.floor(source / width)
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  for (const target of targets) {
    const x = folded(target % width, left, right, 6)
    const y = folded(Math.floor(target / width), top, bottom, 16)
    if (isSource[y * width + x]) match[target] = y * width + x
  }
}

function folded(at: number, least: number, most: number, parts: number): number {
  const strip = Math.max(1, Math.ceil((most - least) / parts))
  const fold = (beyond: number) => Math.min(most - least, strip - Math.abs((beyond % (2 * strip)) - strip))
  if (at < least) return least + fold(least - at)
  return at > most ? most - fold(at - most) : at
}
