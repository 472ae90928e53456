import 'server-only'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { smoothStep } from '@/lib/sandbox/engine/pixels/numbers'

interface Fall {
  /** Of the light that is gone in the end. */
  share: number
  /** Where it begins and ends, as distances from the middle in widths and heights: the corners lie at 0.71. */
  from: number
  to: number
}

/** Light falls off towards the corners. */
export function darkenCorners(picture: Picture, { share, from, to }: Fall): Picture {
  const { pixels, width, height, channels } = picture
  const steps = 1024
  // By the square of the distance, so that no root is drawn for a pixel.
  const light = Float32Array.from(
    { length: steps + 1 },
    (_, step) => 1 - share * smoothStep(from, to, Math.sqrt(step / steps / 2)),
  )
  const across = Float32Array.from({ length: width }, (_, x) => ((x + 0.5) / width - 0.5) ** 2 * 2 * steps)
  const darkened = new Uint8Array(pixels)
  for (let y = 0, at = 0; y < height; y++) {
    const down = ((y + 0.5) / height - 0.5) ** 2 * 2 * steps
    for (let x = 0; x < width; x++, at += channels) {
      const here = light[(across[x]! + down) | 0]!
      darkened[at] = pixels[at]! * here + 0.5
      darkened[at + 1] = pixels[at + 1]! * here + 0.5
      darkened[at + 2] = pixels[at + 2]! * here + 0.5
    }
  }
  return { ...picture, pixels: darkened }
}
