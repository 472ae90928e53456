import type { Dimensions } from '@/lib/models/size'
import { within, type Rectangle } from '@/lib/models/rectangle'

/** Pixels in rows from the top left, four bytes each: red, green, blue, alpha; not premultiplied. */
export interface Pixels extends Dimensions {
  data: Uint8Array | Uint8ClampedArray
}

/**
 * Puts an answer back into the original, in place: the answer covers `region`, of which what lies outside the picture is
 * dropped. Where a weight is 0 the original keeps its bits; without weights the region is replaced.
 *
 * @param answer  pixels of the region's size
 * @param weights one byte per pixel of the original, how much of the answer it takes
 */
export function pasteBack(original: Pixels, answer: Pixels, region: Rectangle, weights?: Uint8Array): void {
  if (answer.width !== region.width || answer.height !== region.height)
    throw new Error('The answer must have the size of the region it is put into.')
  const covered = within(region, original)
  for (let y = covered.top; y < covered.top + covered.height; y++)
    for (let x = covered.left; x < covered.left + covered.width; x++) {
      const at = y * original.width + x
      const weight = weights?.[at] ?? 255
      if (weight === 0) continue
      const from = ((y - region.top) * region.width + x - region.left) * 4
      const [oldAlpha, freshAlpha] = [original.data[at * 4 + 3] ?? 0, answer.data[from + 3] ?? 0]
      const alpha = oldAlpha + ((freshAlpha - oldAlpha) * weight) / 255
      // Colours count as much as they are seen: one that lies hidden in what is transparent must not shine through.
      const share = alpha > 0 ? (weight * freshAlpha) / 255 / alpha : 1
      for (let channel = 0; channel < 3; channel++) {
        const old = original.data[at * 4 + channel] ?? 0
        const fresh = answer.data[from + channel] ?? 0
        original.data[at * 4 + channel] = Math.round(old + (fresh - old) * share)
      }
      original.data[at * 4 + 3] = Math.round(alpha)
    }
}
