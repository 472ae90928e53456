import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { blendBy } from '@/lib/sandbox/engine/mask'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { skyOrNone } from '../sky/sky-or-none'
import { sideOf, underLowSun, type LowSun } from './low-sun'

const golden: LowSun = {
  shadow: [0.9, 0.8, 0.92],
  bright: [1.16, 0.96, 0.66],
  glow: [1, 0.66, 0.28],
  sky: [
    [0.42, 0.52, 0.68],
    [0.86, 0.68, 0.52],
    [1, 0.76, 0.42],
  ],
  exposure: 0.94,
  contrast: 1.1,
  relief: 0.34,
  flare: 0.42,
}
const sunset: LowSun = {
  ...golden,
  shadow: [0.84, 0.68, 0.88],
  bright: [1.2, 0.84, 0.56],
  glow: [1, 0.52, 0.24],
  sky: [
    [0.3, 0.32, 0.52],
    [0.78, 0.46, 0.5],
    [1, 0.6, 0.3],
  ],
  exposure: 0.84,
  contrast: 1.16,
  flare: 0.5,
}

export const goldenHour = defineOperation({
  name: 'golden hour',
  pattern:
    /\b(?:golden (?:hour|light|glow|sun(?:light)?|evening(?: light)?)|sunsets?|sundown|setting sun|dusk|evening (?:light|sun)|twilight|late afternoon(?: light| sun)?)\b/,
  example: 'golden hour light',
  kind: 'light',
  seeded: true,
  read: ({ near, matched }) => ({
    light: /golden|afternoon/.test(matched) ? ('golden' as const) : ('sunset' as const),
    // “Golden hour light” asks for no light golden hour.
    amount: amountIn(near.replace(/\b(?:hour|golden|sun\w*|evening|afternoon|twilight|dusk) light\b/g, '')),
  }),
  describe: ({ light }) => (light === 'golden' ? 'golden hour light' : 'sunset light'),
  apply: (picture, { light, amount }, context) =>
    atMost(picture, 1536, async (small) => {
      const sun = light === 'golden' ? golden : sunset
      const lit = underLowSun(small, sun, sideOf(context.seed), await skyOrNone(context, small))
      return amount < 1 ? blendBy(small, lit, () => 0.6) : lit
    }),
})
