import 'server-only'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { layered, noiseOf } from '@/lib/sandbox/engine/noise'
import { coarsePlane } from '@/lib/sandbox/engine/pixels/coarse'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
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
      const lit = underLowSun(small, firstLight, side, sky)
      // Without a sky the picture is no landscape, and mist would lie on faces and tables.
      if (!sky) return lit
      const { width, height, channels, pixels } = lit
      const noise = noiseOf(context.seed)
      const banks = coarsePlane(lit, 4, (x, y) => layered(noise, (x / width) * 3, (y / height) * 8, 4)).data
      for (let y = 0, at = 0, to = 0; y < height; y++) {
        const low = smoothStep(0.3, 0.75, (y + 0.5) / height) * smoothStep(1.15, 0.8, (y + 0.5) / height)
        for (let x = 0; x < width; x++, at++, to += channels) {
          const share = low * smoothStep(0.3, 0.8, banks[at]!) * 0.4
          for (let channel = 0; channel < 3; channel++)
            pixels[to + channel] = Math.round(mix(pixels[to + channel]!, mist[channel]!, share))
        }
      }
      return lit
    }),
})

/** Its colour, 0 to 255. */
const mist = [237, 222, 217] as const
