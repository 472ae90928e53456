import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { fromFloat, toFloat } from '@/lib/sandbox/engine/pixels/float-picture'
import { skyOrNone } from '../sky/sky-or-none'
import { addFog } from './fog-over'

export const fog = defineOperation({
  name: 'fog',
  pattern:
    /\b(?:thick |dense |heavy |light |soft )?(?:morning |evening |sea )?(?:fog(?:gy)?|mist(?:y|s)?|haz[ey])\b/,
  example: 'add fog',
  kind: 'light',
  seeded: true,
  read({ near, matched, clause }) {
    if (/\b(?:remove|reduce|clear|less|dehaz\w*|without|get rid of)\b/.test(clause)) return undefined
    const dense = /thick|dense/.test(near) ? 1.25 : amountIn(near)
    return {
      thick: Math.min(1.2, (/fog/.test(matched) ? 0.85 : 0.62) * dense),
      name: /fog/.test(matched) ? 'fog' : 'mist',
    }
  },
  describe: ({ name, thick }) =>
    `${thick > 0.9 ? 'thick ' : thick < 0.5 ? 'light ' : ''}${name}, denser with height in the picture`,
  apply: (picture, { thick }, context) =>
    atMost(picture, 1536, async (small) => {
      const foggy = toFloat(small)
      addFog(foggy, {
        thick,
        colour: [0.84, 0.86, 0.89],
        sky: await skyOrNone(context, small),
        seed: context.seed,
      })
      return fromFloat(foggy, small)
    }),
})
