import 'server-only'
import type { Colour } from '../change-colours'
import { lengthOf, mix } from '../pixels/numbers'
import { encodedOf, linearOf } from '../pixels/lab'
import { eachRow } from '../each-row'
import type { Picture } from '../picture'

export type GradientDirection = 'down' | 'across' | 'diagonal' | 'radial'

/** A picture that goes from one colour to the other, mixed as light so that the middle is not dull; without bands. */
export function gradient(
  { width, height }: { width: number; height: number },
  from: Colour,
  to: Colour,
  direction: GradientDirection,
): Picture {
  const pixels = new Uint8Array(width * height * 3)
  const [start, end] = [from, to].map((colour) => colour.map((value) => linearOf(value / 255))) as [
    Colour,
    Colour,
  ]
  eachRow({ height }, (y) => {
    for (let x = 0; x < width; x++) {
      const share = shareAt((x + 0.5) / width, (y + 0.5) / height, direction)
      const at = (y * width + x) * 3
      // An ordered pattern of ±½ step in place of noise: the same for every seed.
      const dither = (((x * 3 + y * 5) & 7) + 0.5) / 8 - 0.5
      for (let channel = 0; channel < 3; channel++) {
        const value = encodedOf(mix(start[channel]!, end[channel]!, share)) * 255 + dither
        pixels[at + channel] = Math.min(255, Math.max(0, Math.round(value)))
      }
    }
  })
  return { pixels, width, height, channels: 3 }
}

function shareAt(across: number, down: number, direction: GradientDirection): number {
  switch (direction) {
    case 'down':
      return down
    case 'across':
      return across
    case 'diagonal':
      return (across + down) / 2
    case 'radial':
      return Math.min(1, lengthOf(across - 0.5, down - 0.5) * Math.SQRT2)
  }
}
