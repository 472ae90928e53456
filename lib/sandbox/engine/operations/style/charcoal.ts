import 'server-only'
import { smoothAlong } from '@/lib/sandbox/engine/painting/along-flow'
import { flowOf } from '@/lib/sandbox/engine/painting/flow'
import { inkLines } from '@/lib/sandbox/engine/painting/ink-lines'
import { liftedTone } from '@/lib/sandbox/engine/painting/lifted-tone'
import { paperGrain, standardised, whiteNoise } from '@/lib/sandbox/engine/painting/noise-plane'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const charcoal = defineStyle({
  name: 'charcoal',
  what: 'charcoal drawing',
  pattern: /\b(?:charcoal(?: (?:drawing|sketch|art|style))?|chalk(?: drawing)?|conté|conte crayon)\b/,
  example: 'charcoal drawing',
  approximates: (matched) =>
    /chalk|cont/.test(matched) ? `${matched}: used the charcoal filter` : undefined,
  paint,
})

const tints = [0.98, 0.96, 0.92] as const

/** Soft broad lines and smudged tone along the forms, with the paper's grain in it. */
function paint(picture: FloatPicture, { seed, scale, sizeScale }: Brush): FloatPicture {
  const luma = gaussianBlur(liftedTone(lumaOf(picture), 0.45), 1.6 * scale)
  const flow = flowOf(luma, 6 * scale)
  const pen = {
    sigma: 2.4 * scale,
    edges: 14,
    level: 0.55,
    hardness: 5,
    steps: Math.max(1, Math.round(8 * scale)),
  }
  const line = inkLines(luma, flow, pen).data
  const smudge = standardised(
    smoothAlong(whiteNoise(picture, seed), flow, Math.max(1, Math.round(7 * scale))),
  ).data
  const grain = paperGrain(picture, seed + 9, sizeScale).data
  const drawn = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < line.length; at++) {
    const light = smoothStep(0.02, 0.82, luma.data[at]!)
    const tone = 0.12 + 0.86 * Math.min(1, light * 0.75 + 0.3) * line[at]!
    const texture = 0.055 * smudge[at]! * (1 - light) - (grain[at]! - 0.45) * 0.22 * (1 - 0.6 * light)
    for (let channel = 0; channel < 3; channel++)
      drawn.data[at * 3 + channel] = clamp(tone + texture) * tints[channel]!
  }
  return drawn
}
