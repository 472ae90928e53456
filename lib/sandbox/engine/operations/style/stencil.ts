import 'server-only'
import { flattenAreas } from '@/lib/sandbox/engine/painting/flatten'
import { levelLight } from '@/lib/sandbox/engine/painting/level-light'
import { paperGrain, standardised } from '@/lib/sandbox/engine/painting/noise-plane'
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

/** Three sheets: wall, grey and black, cut by the picture's own tones, sprayed on rough plaster. */
function paint(picture: FloatPicture, { seed, scale, sizeScale }: Brush): FloatPicture {
  const flat = flattenAreas(flattenAreas(picture, 6 * scale), 6 * scale)
  const luma = gaussianBlur(lumaOf(flat), 1.5 * scale)
  // Broad slopes of light, as in a night sky, would be cut anywhere.
  const tones = standardised(levelLight(luma, 110 * sizeScale, 0.65)).data
  const grain = paperGrain(picture, seed, sizeScale).data
  const drawn = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < tones.length; at++) {
    const rough = (grain[at]! - 0.5) * 0.12
    const light = smoothStep(0.2, 0.3, tones[at]! + rough)
    const middle = smoothStep(-0.6, -0.5, tones[at]! + rough)
    for (let channel = 0; channel < 3; channel++) {
      const dark = black[channel]! + (grey[channel]! - black[channel]!) * middle
      const tone = dark + (wall[channel]! - dark) * light
      drawn.data[at * 3 + channel] = tone * (1.02 - 0.06 * grain[at]!)
    }
  }
  return drawn
}
