import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { dullLight } from './dull-light'
import { addFlakes } from './flakes'
import { bytesOf } from './surface'

export const fallingSnow = defineOperation({
  name: 'falling snow',
  pattern:
    /\b(?:snow ?fall(?:ing)?|falling snow|snow ?flakes?|snow(?:ing)(?: heavily| lightly)?|(?:make|let) it snow(?! ?(?:y|man))|blizzard|add (?:some )?snow(?! (?:on|to)\b))\b/,
  example: 'add falling snow',
  kind: 'light',
  seeded: true,
  read({ near, matched, clause }) {
    if (/\b(?:remove|without|stop)\b/.test(clause)) return undefined
    return { amount: /blizzard/.test(matched) ? 2.2 : amountIn(near) }
  },
  describe: ({ amount }) => (amount > 1 ? 'heavy snowfall' : amount < 1 ? 'light snowfall' : 'falling snow'),
  apply: (picture, { amount }, context) =>
    atMost(picture, 1536, (small) => {
      const cold = dullLight(small, { colour: 0.74, light: 0.86, tint: [0.94, 0.99, 1.07] })
      addFlakes(bytesOf(cold), amount, context.seed)
      return cold
    }),
})
