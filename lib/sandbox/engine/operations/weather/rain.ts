import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { dullLight } from './dull-light'
import { addRain } from './streaks'
import { bytesOf } from './surface'

export const rain = defineOperation({
  name: 'rain',
  pattern:
    /\b(?:heavy |light |pouring |some )*(?:rain(?:y|ing|drops|fall|storm)?|drizzl(?:e|ing)|downpour|pouring)\b(?! ?(?:bow|coat))/,
  example: 'add rain',
  kind: 'light',
  seeded: true,
  read({ near, matched, clause }) {
    if (/\b(?:remove|without|less|stop)\b/.test(clause)) return undefined
    const strong = /downpour|pouring|storm/.test(matched)
      ? 1.6
      : /drizzl/.test(matched)
        ? 0.5
        : amountIn(near)
    return { amount: strong }
  },
  describe: ({ amount }) => (amount > 1 ? 'heavy rain' : amount < 1 ? 'light rain' : 'rain'),
  apply: (picture, { amount }, context) =>
    atMost(picture, 1536, (small) => {
      const wet = dullLight(small, {
        colour: 0.62,
        light: 0.84 - 0.1 * (amount - 1),
        tint: [0.92, 0.98, 1.06],
      })
      addRain(bytesOf(wet), amount, context.seed)
      return wet
    }),
})
