import 'server-only'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { layered, noiseOf } from '@/lib/sandbox/engine/noise'
import { coarsePlane } from '@/lib/sandbox/engine/pixels/coarse'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { fromFloat, toFloat } from '@/lib/sandbox/engine/pixels/float-picture'
import { smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { skyOrNone } from '../sky/sky-or-none'
import { sideOf, underLowSun, type LowSun } from './low-sun'

const firstLight: LowSun = {
  shadow: [0.86, 0.9, 1.08],
  bright: [1.08, 0.97, 0.86],
  glow: [1, 0.74, 0.56],
  sky: [
    [0.5, 0.62, 0.8],
    [0.86, 0.74, 0.76],
    [1, 0.86, 0.68],
  ],
  exposure: 0.96,
  contrast: 0.92,
  relief: 0.24,
  flare: 0.36,
}

/** A pale, pink first light with mist near the ground. */
export const dawn = defineOperation({
  name: 'dawn',
  pattern:
    /\b(?:dawn|sunrise|daybreak|first light|(?:early )?morning (?:light|sun(?:light)?)|early morning)\b/,
  example: 'make it dawn',
  kind: 'light',
  seeded: true,
  read: () => ({}),
  describe: () => 'dawn light, with a little mist where there is sky',
  apply: (picture, _, context) =>
    atMost(picture, 1536, async (small) => {
      const sky = await skyOrNone(context, small)
      const side = sideOf(context.seed)
      const lit = underLowSun(toFloat(small), firstLight, side, sky)
      const { width, height, data } = lit
      // Without a sky the picture is no landscape, and mist would lie on faces and tables.
      if (!sky) return fromFloat(lit, small)
      const noise = noiseOf(context.seed)
      const banks = coarsePlane(lit, 4, (x, y) => layered(noise, (x / width) * 3, (y / height) * 8, 4)).data
      for (let y = 0, at = 0; y < height; y++) {
        const low = smoothStep(0.3, 0.75, (y + 0.5) / height) * smoothStep(1.15, 0.8, (y + 0.5) / height)
        for (let x = 0; x < width; x++, at += 3) {
          const bank = banks[at / 3]!
          const mist = low * smoothStep(0.3, 0.8, bank) * 0.4
          for (let channel = 0; channel < 3; channel++)
            data[at + channel] =
              data[at + channel]! + ([0.93, 0.87, 0.85][channel]! - data[at + channel]!) * mist
        }
      }
      return fromFloat(lit, small)
    }),
})
