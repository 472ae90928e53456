import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { mixChannels, type ChannelMix } from '@/lib/sandbox/engine/pixels/mix-channels'

export const sepia = defineOperation({
  name: 'sepia',
  pattern: /\b(?:sepia(?:[ -]?ton(?:e[ds]?|ing))?)\b/,
  example: 'give it a sepia tone',
  read: ({ near }) => ({ share: Math.min(1, amountIn(near) * 0.9) }),
  describe: () => 'sepia',
  apply(picture, { share }) {
    const keep = 1 - share
    const red = 0.2126 * share
    const green = 0.7152 * share
    const blue = 0.0722 * share
    const mix: ChannelMix = [
      [keep + red * 1.02, green * 1.02, blue * 1.02],
      [red * 0.9, keep + green * 0.9, blue * 0.9],
      [red * 0.7, green * 0.7, keep + blue * 0.7],
    ]
    return mixChannels(picture, mix, [22 * share, 11 * share, 0])
  },
})
