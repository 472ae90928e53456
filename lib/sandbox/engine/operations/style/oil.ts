import 'server-only'
import { smoothAlong, smoothColoursAlong } from '@/lib/sandbox/engine/painting/along-flow'
import { flattenAreas } from '@/lib/sandbox/engine/painting/flatten'
import { flowOf } from '@/lib/sandbox/engine/painting/flow'
import { standardised, whiteNoise } from '@/lib/sandbox/engine/painting/noise-plane'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { blendFloat, emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const oil = defineStyle({
  name: 'oil painting',
  pattern:
    /\b(?:oil[ -]?(?:painting|painted|paints?|on canvas|colou?rs?)|(?:painted )?(?:in|with) oils?|rembrandt|old master|baroque painting|classical painting|renaissance(?: painting)?)\b/,
  example: 'make it an oil painting',
  approximates: (matched) =>
    /rembrandt|master|baroque|classical|renaissance/.test(matched)
      ? `${matched}: used the oil painting filter`
      : undefined,
  paint,
})

/** Flat dabs, finer where the picture is; then the relief of bristles along the drawing, lit from the top left. */
function paint(picture: FloatPicture, { seed, scale }: Brush): FloatPicture {
  const { width, height } = picture
  const coarse = flattenAreas(flattenAreas(picture, 7 * scale), 5 * scale)
  const fine = flattenAreas(picture, 3 * scale)
  const detail = flowOf(lumaOf(picture), 3 * scale).strength
  const share = { width, height, data: detail.map((strength) => smoothStep(0.18, 0.6, strength)) }
  const dabs = blendFloat(coarse, fine, gaussianBlur(share, 3 * scale))
  const flow = flowOf(lumaOf(dabs), 4 * scale)
  const brushed = smoothColoursAlong(dabs, flow, Math.max(1, Math.round(4 * scale)))
  const noise = gaussianBlur(whiteNoise(picture, seed), 0.9 * scale)
  const bristles = standardised(smoothAlong(noise, flow, Math.max(1, Math.round(13 * scale)))).data
  const luma = lumaOf(brushed).data
  const relief = bristles.map((bristle, at) => 0.5 * bristle + 1.2 * luma[at]!)
  const painted = emptyFloat(width, height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const left = relief[x > 0 ? at - 1 : at]!
      const above = relief[y > 0 ? at - width : at]!
      const light = clamp(2 * relief[at]! - left - above, -1.5, 1.5) * 0.075 + bristles[at]! * 0.016
      const grey = luma[at]!
      for (let channel = at * 3; channel < at * 3 + 3; channel++)
        painted.data[channel] = grey + (brushed.data[channel]! - grey) * 1.22 + light
    }
  return painted
}
