import 'server-only'
import { cellsOf } from '@/lib/sandbox/engine/painting/cells'
import { noisePlane } from '@/lib/sandbox/engine/painting/noise-plane'
import { emptyFloat, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const mosaic = defineStyle({
  name: 'mosaic',
  pattern: /\b(?:(?:roman |byzantine |tile |stone )?mosaic(?: tiles?)?|tesserae|made of (?:small )?tiles)\b/,
  example: 'mosaic',
  sparesFaces: true,
  paint,
})

const grout = [0.8, 0.77, 0.71] as const

/** Small stones, no two quite alike, in pale grout. */
function paint(picture: FloatPicture, { seed, scale, faces }: Brush): FloatPicture {
  const { piece, rim, colours } = cellsOf(picture, seed, Math.max(3, 13 * scale), faces)
  const stone = noisePlane(picture, seed + 1, 6 * scale, 1).data
  const gap = 0.9 * scale
  const drawn = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < piece.length; at++) {
    const from = piece[at]! * 3
    const grey = (colours[from]! + colours[from + 1]! + colours[from + 2]!) / 3
    const lightness = 0.9 + 0.16 * (((piece[at]! * 7919) % 101) / 101) + 0.1 * (stone[at]! - 0.5)
    const cover = smoothStep(gap * 0.5, gap * 1.7, rim[at]!)
    for (let channel = 0; channel < 3; channel++) {
      const colour = clamp((grey + (colours[from + channel]! - grey) * 1.3) * lightness)
      drawn.data[at * 3 + channel] = grout[channel]! * 0.85 + (colour - grout[channel]! * 0.85) * cover
    }
  }
  return drawn
}
