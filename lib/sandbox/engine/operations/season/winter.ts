import 'server-only'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { layered, noiseOf } from '@/lib/sandbox/engine/noise'
import { defineOperation, type EditContext } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { coarseBlur, coarsePlane } from '@/lib/sandbox/engine/pixels/coarse'
import {
  fromFloat,
  lumaOf,
  toFloat,
  type FloatPicture,
  type Plane,
} from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { skyOrNone } from '../sky/sky-or-none'
import { addFlakes } from '../weather/flakes'
import { isLeaf } from './leaves'

export const winter = defineOperation({
  name: 'winter',
  pattern:
    /\b(?:wint(?:ry|er)(?:y|time| wonderland| landscape| scene)?(?! (?:mood|tones?|feel(?:ing)?|colou?rs?|palette|light))|snowy(?: landscape| scene| weather)?|snow[- ]?covered|(?:cover(?:ed)?|blanket(?:ed)?)\b.{0,20}\b(?:in|with|by) snow|snow on\b.{0,24}|frosty|frozen)\b/,
  example: 'make it winter',
  kind: 'light',
  seeded: true,
  read: ({ clause }) => ({ falling: /\b(?:falling|snowing|snowfall|flakes)\b/.test(clause) }),
  describe: ({ falling }) =>
    `winter: snow on the ground, on leaves and on what looks up${falling ? ', and falling' : ''}`,
  apply: (picture, { falling }, context) => atMost(picture, 1536, (small) => freeze(small, falling, context)),
})

async function freeze(picture: Picture, falling: boolean, context: EditContext): Promise<Picture> {
  const before = toFloat(picture)
  const sky = await skyOrNone(context, picture)
  const snow = whereSnowLies(before, sky, context.seed)
  const { width, height, data } = before
  const luma = lumaOf(before)
  const smooth = coarseBlur(luma, Math.max(0.5, Math.max(width, height) * 0.006)).data
  const cold = new Float32Array(data.length)
  for (let at = 0; at < snow.length; at++) {
    const value = luma.data[at]!
    const cover = snow[at]!
    // Snow keeps the light and shade of what it lies on, softened; shadows in it are blue.
    const bright = clamp(0.64 + 0.36 * smooth[at]! + (value - smooth[at]!) * 1.1)
    const blue = 1 - smoothStep(0.72, 0.98, bright)
    for (let channel = 0; channel < 3; channel++) {
      const grey = value * [0.93, 0.98, 1.06][channel]! + 0.02
      const pale = mix(data[at * 3 + channel]!, grey, 0.5)
      const white = bright * mix([0.98, 0.99, 1.01][channel]!, [0.86, 0.93, 1.06][channel]!, blue)
      cold[at * 3 + channel] = mix(pale, white, cover)
    }
  }
  const frozen: FloatPicture = { width, height, data: cold }
  if (falling) addFlakes(frozen, 0.8, context.seed)
  return fromFloat(frozen, picture)
}

/** 0 to 1 a pixel: on leaves and grass, on the level ground below a sky, on ledges, and along the skyline. */
function whereSnowLies(picture: FloatPicture, sky: Plane | undefined, seed: number): Float32Array {
  const { width, height, data } = picture
  const luma = lumaOf(picture)
  const soft = gaussianBlur(luma, Math.max(0.5, Math.max(width, height) * 0.0025)).data
  const noise = noiseOf(seed)
  const scale = 1024 / Math.max(width, height)
  const thick = Math.max(1, Math.round(7 / scale))
  const patches = coarsePlane(picture, 2, (x, y) =>
    layered(noise, (x * scale) / 26, (y * scale) / 14, 4),
  ).data
  const lies = new Float32Array(width * height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const red = data[at * 3]!
      const green = data[at * 3 + 1]!
      const blue = data[at * 3 + 2]!
      const patchy = patches[at]!
      const above = soft[Math.max(0, y - thick) * width + x]!
      const aside =
        soft[y * width + Math.min(width - 1, x + thick)]! - soft[y * width + Math.max(0, x - thick)]!
      // Lighter than what is above it and the same to both sides: a ledge that looks up.
      const ledge = clamp((soft[at]! - above) * 5 - Math.abs(aside) * 4)
      const leaf = isLeaf(red, green, blue)
      const grown =
        smoothStep(0.1, 0.6, leaf) * smoothStep(0.14, 0.5, patchy + ledge * 0.3 + luma.data[at]! * 0.35)
      let cover = grown * 0.95
      if (sky) {
        // Under a sky the land is land: grass and earth are covered, bare rock where it looks up.
        const earth = clamp((Math.max(red, green) - blue) * 6) * smoothStep(0.06, 0.3, luma.data[at]!)
        const low = smoothStep(0.3, 0.75, (y + 0.5) / height)
        const ground = Math.max(earth, 0.4 * low) * smoothStep(0.2, 0.46, patchy + ledge * 0.5 + low * 0.16)
        const skyline = sky.data[Math.max(0, y - Math.round(thick * (0.5 + 1.3 * patchy))) * width + x]!
        cover = Math.max(cover, ground * 0.9, skyline * 0.95, ledge * 0.8 * smoothStep(0.3, 0.5, patchy))
        cover *= 1 - sky.data[at]!
      }
      lies[at] = cover
    }
  return lies
}
