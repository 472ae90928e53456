import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { darkenCorners } from './darken-corners'

export const vignette = defineOperation({
  name: 'vignette',
  pattern:
    /\b(?:vignett(?:e[ds]?|ing)|dark(?:en(?:ed)?|er)? (?:the |its )?(?:edges|corners|borders)|(?:edges|corners) (?:darker|dark(?:ened)?))\b/,
  example: 'add a vignette',
  read: ({ near }) => ({ share: Math.min(0.95, 0.6 * amountIn(near)) }),
  describe: () => 'vignette',
  apply: (picture, { share }) => darkenCorners(picture, { share, from: 0.28, to: 0.78 }),
})
