import 'server-only'
import { hatching } from '@/lib/sandbox/engine/painting/hatching'
import { liftedTone } from '@/lib/sandbox/engine/painting/lifted-tone'
import { paperGrain } from '@/lib/sandbox/engine/painting/noise-plane'
import { pencilLines } from '@/lib/sandbox/engine/painting/pencil-lines'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const pencil = defineStyle({
  name: 'pencil sketch',
  pattern:
    /\b(?:(?:(?:hand[ -]?drawn|black and white|graphite|lead) )?pencil(?:led)?(?: (?:sketch|drawing|art|style))?|sketch(?:ed|y|es)?|graphite|hand[ -]?drawn|(?:line |hand )?drawing|line ?art)\b/,
  example: 'turn this into a pencil sketch',
  paint,
})

const tints = [0.99, 0.985, 0.965] as const

/** Outlines, hatching where it is dark, crossed where it is darkest, on paper. */
function paint(picture: FloatPicture, { seed, scale, sizeScale }: Brush): FloatPicture {
  const luma = liftedTone(lumaOf(picture), 0.62)
  const { line, form } = pencilLines(luma, scale)
  const tone = gaussianBlur(luma, 2 * scale).data
  const length = Math.max(1, Math.round(16 * scale))
  const strokes = hatching(picture, seed + 1, -0.95, length, scale).data
  const crossing = hatching(picture, seed + 2, 0.6, length, scale).data
  const grain = paperGrain(picture, seed + 9, sizeScale).data
  const drawn = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < tone.length; at++) {
    const light = clamp((tone[at]! - 0.04) / 0.92)
    let shade = 1 - clamp((0.86 - light) * 0.62 + 0.17 * strokes[at]! * (light < 0.8 ? 1 : 0.3) * (1 - light))
    if (light < 0.45) shade -= clamp((0.45 - light) * 0.55 + 0.2 * crossing[at]! * (0.45 - light))
    const lead = Math.max(0, shade) * (0.35 + 0.65 * line[at]!) * (0.3 + 0.7 * form[at]! ** 1.6)
    const value = clamp(lead * 1.04) * (1 - 0.09 * grain[at]!)
    for (let channel = 0; channel < 3; channel++) drawn.data[at * 3 + channel] = value * tints[channel]!
  }
  return drawn
}
