import 'server-only'
import { hatching } from '@/lib/sandbox/engine/painting/hatching'
import { paperGrain } from '@/lib/sandbox/engine/painting/noise-plane'
import { pencilLines } from '@/lib/sandbox/engine/painting/pencil-lines'
import { blurFloat } from '@/lib/sandbox/engine/pixels/blur'
import { emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const colourPencil = defineStyle({
  name: 'coloured pencil',
  what: 'coloured pencil drawing',
  pattern:
    /\b(?:colou?r(?:ed|ing|ful)?[ -]pencils?(?: (?:sketch|drawing|art|style))?|crayons?(?: drawing)?|pastels? drawing|(?:soft |oil |chalk )pastels?|colou?r(?:ed|ful)? (?:sketch|drawing))\b/,
  example: 'coloured pencil drawing',
  approximates: (matched) =>
    /crayon|pastel/.test(matched) ? `${matched}: used the coloured pencil filter` : undefined,
  paint,
})

/** Strokes of clear pigment that let white paper through; darkness is more of them, not black. */
function paint(picture: FloatPicture, { seed, scale, sizeScale }: Brush): FloatPicture {
  const soft = blurFloat(picture, 1.2 * scale)
  const luma = lumaOf(soft).data
  const { line, form } = pencilLines(lumaOf(picture), scale)
  const length = Math.max(1, Math.round(15 * scale))
  const strokes = hatching(picture, seed + 1, -0.85, length, 1.2 * scale).data
  const crossing = hatching(picture, seed + 2, 0.35, length, 1.2 * scale).data
  const grain = paperGrain(picture, seed + 9, sizeScale).data
  const drawn = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < luma.length; at++) {
    // Running sums leave black a little below 0, of which a power is no number.
    const grey = Math.max(0, luma[at]!)
    const dark = 1 - grey
    // Lifted as colours on paper are: what is dark in the photograph is drawn in a deep colour.
    const lifted = 0.16 + 0.84 * grey ** 0.8
    const laid = clamp(0.56 + 0.52 * dark + (0.2 - 0.1 * dark) * strokes[at]! + 0.16 * dark * crossing[at]!)
    const cover = laid * (1 - 0.3 * grain[at]! * (1 - dark))
    const outline = (0.5 + 0.5 * line[at]!) * (0.45 + 0.55 * form[at]!)
    for (let channel = 0; channel < 3; channel++) {
      const pigment = clamp(lifted + (soft.data[at * 3 + channel]! - grey) * 1.75)
      drawn.data[at * 3 + channel] =
        (0.985 + (pigment - 0.985) * cover) * (0.35 + 0.65 * outline + 0.25 * pigment * (1 - outline))
    }
  }
  return drawn
}
