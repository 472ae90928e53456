import 'server-only'
import type { Picture } from '../picture'

/** Where a picture lies on another, in pixels of the lower one; may reach beyond its edges. */
export interface Offset {
  left: number
  top: number
}

/** `above` laid on `below` by its transparency; the result has the size and the channels of `below`. */
export function layOver(
  below: Picture,
  above: Picture,
  { left, top }: Offset = { left: 0, top: 0 },
): Picture {
  const { width, height, channels } = below
  const pixels = new Uint8Array(below.pixels)
  const [fromX, toX] = [Math.max(0, left), Math.min(width, left + above.width)]
  const [fromY, toY] = [Math.max(0, top), Math.min(height, top + above.height)]
  for (let y = fromY; y < toY; y++)
    for (let x = fromX; x < toX; x++) {
      const from = ((y - top) * above.width + x - left) * above.channels
      const share = above.channels === 4 ? above.pixels[from + 3]! / 255 : 1
      if (share === 0) continue
      const to = (y * width + x) * channels
      const ground = channels === 4 ? pixels[to + 3]! / 255 : 1
      const whole = share + ground * (1 - share)
      const weight = share / whole
      for (let channel = 0; channel < 3; channel++) {
        const value = pixels[to + channel]!
        pixels[to + channel] = Math.round(value + (above.pixels[from + channel]! - value) * weight)
      }
      if (channels === 4) pixels[to + 3] = Math.round(whole * 255)
    }
  return { pixels, width, height, channels }
}
