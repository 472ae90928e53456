import 'server-only'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { defineOperation, type EditContext } from '@/lib/sandbox/engine/operation'
import type { Light } from '@/lib/sandbox/engine/landscape/canvas'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { coarseBlur } from '@/lib/sandbox/engine/pixels/coarse'
import { fromFloat, toFloat, type FloatPicture, type Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'
import { laySky } from '../sky/lay-sky'
import { skyBehind } from '../sky/sky-behind'
import { skyOrNone } from '../sky/sky-or-none'

export const night = defineOperation({
  name: 'night',
  pattern: /\b(?:starry night|night(?:time|fall)?|moonl(?:ight|it)|midnight|after dark)\b(?! (?:in)?to\b)/,
  example: 'make it night',
  kind: 'light',
  seeded: true,
  read: ({ clause }) => ({
    moon: /\b(?:moonless|no moon|without (?:a |the )?moon)\b/.test(clause)
      ? ('none' as const)
      : ('full' as const),
  }),
  describe: () => 'night: moonlight, lamps that glow, stars where there is sky',
  apply: (picture, { moon }, context) => atMost(picture, 1536, (small) => darken(small, moon, context)),
})

async function darken(picture: Picture, moon: 'none' | 'full', context: EditContext): Promise<Picture> {
  const cover = await skyOrNone(context, picture)
  const day = toFloat(picture)
  if (!cover) {
    const dark = moonlit(day, [0.6, 0.78, 1.28])
    addLamps(day, dark)
    return fromFloat(dark, picture)
  }
  const { sky, painted, end } = skyBehind(cover, { time: 'night', clouds: 'few', moon }, context.seed)
  const [red, green, blue] = sky.palette.shadow
  const level = 1.28 / Math.max(red, green, blue)
  const dark = moonlit(day, [red * level + 0.06, green * level, blue * level])
  addLamps(day, dark, cover)
  return fromFloat(laySky(dark, painted, cover, { haze: sky.palette.haze, end }), picture)
}

/** As the eye sees by moonlight: dark, with little colour left but the night's own; a pool of light in the middle. */
function moonlit({ width, height, data }: FloatPicture, tint: Light): FloatPicture {
  const lit = new Float32Array(data.length)
  const curve = Float32Array.from({ length: 4097 }, (_, step) => (step / 4096) ** 1.35 * 0.56)
  const [red, green, blue] = tint
  for (let y = 0, at = 0; y < height; y++) {
    const off = (y + 0.5) / height - 0.5
    for (let x = 0; x < width; x++, at += 3) {
      const luma = 0.25 * data[at]! + 0.6 * data[at + 1]! + 0.15 * data[at + 2]!
      const aside = (x + 0.5) / width - 0.5
      const pool = 1.08 - 0.5 * Math.sqrt(aside * aside + off * off)
      const light = curve[luma >= 1 ? 4096 : (luma * 4096 + 0.5) | 0]! * pool
      const own = 0.45 / Math.max(luma, 0.05)
      const grey = light * (0.55 + luma * 0.62 * own)
      const kept = light * 0.38 * own
      lit[at] = (grey + data[at]! * kept) * red + 0.008
      lit[at + 1] = (grey + data[at + 1]! * kept) * green + 0.014
      lit[at + 2] = (grey + data[at + 2]! * kept) * blue + 0.04
    }
  }
  return { width, height, data: lit }
}

/** Warm bright spots of the day shine by night and glow around themselves. */
function addLamps(day: FloatPicture, dark: FloatPicture, sky?: Plane): void {
  const { width, height, data } = day
  // The bright rim of a day's sky is no lamp.
  const nearSky = sky && coarseBlur(sky, Math.max(width, height) * 0.012).data
  const lamps = new Float32Array(width * height)
  for (let at = 0; at < lamps.length; at++) {
    const red = data[at * 3]!
    const green = data[at * 3 + 1]!
    const blue = data[at * 3 + 2]!
    lamps[at] =
      clamp((Math.min(red, green) - 0.72) * 3) *
      clamp((red - blue) * 4) *
      (1 - clamp((nearSky?.[at] ?? 0) * 8))
  }
  const glow = coarseBlur({ width, height, data: lamps }, Math.max(0.5, Math.max(width, height) * 0.008)).data
  for (let at = 0; at < lamps.length; at++) {
    const light = lamps[at]! * 0.7 + glow[at]! * 1.2
    dark.data[at * 3] = dark.data[at * 3]! + light * 0.95
    dark.data[at * 3 + 1] = dark.data[at * 3 + 1]! + light * 0.62
    dark.data[at * 3 + 2] = dark.data[at * 3 + 2]! + light * 0.22
  }
}
