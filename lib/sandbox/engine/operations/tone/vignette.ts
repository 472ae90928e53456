import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/amount'
import { changeColours, smoothStep } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'

export const vignette = defineOperation({
  name: 'vignette',
  pattern:
    /\b(?:vignett(?:e[ds]?|ing)|dark(?:en(?:ed)?|er)? (?:the |its )?(?:edges|corners|borders)|(?:edges|corners) (?:darker|dark(?:ened)?))\b/,
  example: 'add a vignette',
  read: ({ near }) => ({ share: Math.min(0.95, 0.6 * amountIn(near)) }),
  describe: () => 'vignette',
  apply: (picture, { share }) =>
    changeColours(picture, (colour, [across, down]) => {
      const light = 1 - share * smoothStep(0.28, 0.78, Math.hypot(across - 0.5, down - 0.5))
      for (const channel of [0, 1, 2] as const) colour[channel] *= light
    }),
})
