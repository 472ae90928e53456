import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/amount'
import { changeColours, lightness, mix } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'

export const sepia = defineOperation({
  name: 'sepia',
  pattern: /\b(?:sepia(?:[ -]?ton(?:e[ds]?|ing))?)\b/,
  example: 'give it a sepia tone',
  read: ({ near }) => ({ share: Math.min(1, amountIn(near) * 0.9) }),
  describe: () => 'sepia',
  apply: (picture, { share }) =>
    changeColours(picture, (colour) => {
      const light = lightness(colour)
      colour[0] = mix(colour[0], light * 1.02 + 22, share)
      colour[1] = mix(colour[1], light * 0.9 + 11, share)
      colour[2] = mix(colour[2], light * 0.7, share)
    }),
})
