import 'server-only'
import { flattenAreas } from '@/lib/sandbox/engine/painting/flatten'
import { noisePlane, paperGrain } from '@/lib/sandbox/engine/painting/noise-plane'
import { wobbled } from '@/lib/sandbox/engine/painting/wobble'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const watercolour = defineStyle({
  name: 'watercolour',
  pattern: /\b(?:water ?-?colou?rs?(?: painting)?|aquarell?es?|gouache|wash painting)\b/,
  example: 'make it watercolour',
  approximates: (matched) => (matched === 'gouache' ? 'gouache: used the watercolour filter' : undefined),
  paint,
})

const paperColour = [0.985, 0.975, 0.95] as const

/** Flat areas with wavering rims, pigment gathered at their edges and in clouds, on grainy paper left bare at the rim. */
function paint(picture: FloatPicture, { seed, scale, sizeScale }: Brush): FloatPicture {
  const { width, height } = picture
  const flat = flattenAreas(flattenAreas(wobbled(picture, seed, scale), 5 * scale), 6 * scale)
  const luma = lumaOf(flat)
  const narrow = gaussianBlur(luma, 1.2 * scale).data
  const wide = gaussianBlur(luma, 4.5 * scale).data
  const grain = paperGrain(picture, seed + 5, sizeScale).data
  const clouds = noisePlane(picture, seed + 7, 150 * scale, 4).data
  const blooms = noisePlane(picture, seed + 8, 9 * scale, 2).data
  const fringe = noisePlane(picture, seed + 9, 34 * sizeScale, 4).data
  const painted = emptyFloat(width, height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const edge = Math.min(1, Math.abs(narrow[at]! - wide[at]!) * 7)
      const fromRim = Math.min(x, y, width - 1 - x, height - 1 - y) / (30 * sizeScale)
      const inside = fromRim + (fringe[at]! - 0.5) * 1.2
      const cover = smoothStep(0.2, 0.5, inside)
      const rim = 1 + 0.3 * Math.exp(-(((inside - 0.5) / 0.12) ** 2))
      const pigment =
        1.08 +
        0.75 * (clouds[at]! - 0.5) +
        0.25 * (blooms[at]! - 0.5) +
        1.1 * edge +
        0.28 * (grain[at]! - 0.5)
      const density = clamp(pigment, 0.25, 2.2) * rim - 1
      for (let channel = 0; channel < 3; channel++) {
        const to = at * 3 + channel
        const fresh = clamp(0.1 + 0.9 * (luma.data[at]! + (flat.data[to]! - luma.data[at]!) * 1.45)) ** 0.88
        const paper = paperColour[channel]! * (1 - 0.075 * grain[at]!)
        const wash = Math.min(paper, clamp(fresh * (1 - (1 - fresh) * density)))
        painted.data[to] = paper + (wash * (1 - 0.05 * grain[at]!) - paper) * cover
      }
    }
  return painted
}
