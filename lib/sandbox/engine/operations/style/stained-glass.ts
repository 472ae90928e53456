import 'server-only'
import { cellsOf } from '@/lib/sandbox/engine/painting/cells'
import { noisePlane } from '@/lib/sandbox/engine/painting/noise-plane'
import { emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const stainedGlass = defineStyle({
  name: 'stained glass',
  pattern: /\b(?:stained[ -]?glass(?: window)?|church window|leaded glass|tiffany(?: glass)?)\b/,
  example: 'stained glass window',
  sparesFaces: true,
  paint,
})

/** Clear colours with clouds in the glass, and lead between the pieces; faces are drawn on it, as glaziers do. */
function paint(picture: FloatPicture, { seed, scale, faces }: Brush): FloatPicture {
  const { piece, rim, colours } = cellsOf(picture, seed, 27 * scale)
  const clouds = noisePlane(picture, seed + 1, 22 * scale, 2).data
  const luma = lumaOf(picture).data
  const lead = 1.25 * scale
  const drawn = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < piece.length; at++) {
    const from = piece[at]! * 3
    const grey = (colours[from]! + colours[from + 1]! + colours[from + 2]!) / 3
    // Each piece has its own place in the clouds.
    const own = clouds[(at + piece[at]! * 9973) % clouds.length]!
    const light =
      (0.94 + 0.2 * (own * 0.3 + clouds[at]! * 0.7)) * (1 + 0.12 * smoothStep(0, 9 * scale, rim[at]!))
    const face = faces?.data[at] ?? 0
    const thin = lead * (1 - 0.55 * face)
    const mean = 0.299 * colours[from]! + 0.587 * colours[from + 1]! + 0.114 * colours[from + 2]!
    const drawing = face * (luma[at]! - mean)
    const glass = smoothStep(thin * 0.6, thin * 1.6, rim[at]!)
    for (let channel = 0; channel < 3; channel++) {
      const clear = clamp((grey + (colours[from + channel]! - grey) * 1.7) * light + 0.02 + drawing)
      drawn.data[at * 3 + channel] = 0.05 + (clear - 0.05) * glass
    }
  }
  return drawn
}
