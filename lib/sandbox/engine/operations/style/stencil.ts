import 'server-only'
import { flattenAreas } from '@/lib/sandbox/engine/painting/flatten'
import { paperGrain } from '@/lib/sandbox/engine/painting/noise-plane'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const stencil = defineStyle({
  name: 'stencil',
  pattern:
    /\b(?:stencil(?:led)?(?: (?:art|graffiti|style))?|banksy(?: style)?|graffiti(?: (?:art|style))?|spray ?paint(?:ed)?|silhouette (?:art|poster))\b/,
  example: 'stencil graffiti',
  approximates: (matched) =>
    /banksy|graffiti|spray|silhouette/.test(matched) ? `${matched}: used the stencil filter` : undefined,
  paint,
})

const wall = [0.87, 0.85, 0.81] as const
const grey = [0.5, 0.49, 0.48] as const
const black = [0.08, 0.08, 0.09] as const

/** Three sheets: wall, grey and black, at thirds of the picture's own tones, sprayed on rough plaster. */
function paint(picture: FloatPicture, { seed, scale, sizeScale }: Brush): FloatPicture {
  const flat = flattenAreas(flattenAreas(picture, 6 * scale), 6 * scale)
  const luma = gaussianBlur(lumaOf(flat), 1.5 * scale).data
  const sorted = luma.slice().sort()
  const [low, high] = [sorted[Math.floor(sorted.length * 0.3)]!, sorted[Math.floor(sorted.length * 0.6)]!]
  const grain = paperGrain(picture, seed, sizeScale).data
  const drawn = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < luma.length; at++) {
    const rough = (grain[at]! - 0.5) * 0.03
    const light = smoothStep(high - 0.012, high + 0.012, luma[at]! + rough)
    const middle = smoothStep(low - 0.012, low + 0.012, luma[at]! + rough)
    for (let channel = 0; channel < 3; channel++) {
      const dark = black[channel]! + (grey[channel]! - black[channel]!) * middle
      const tone = dark + (wall[channel]! - dark) * light
      drawn.data[at * 3 + channel] = tone * (1.02 - 0.06 * grain[at]!)
    }
  }
  return drawn
}
