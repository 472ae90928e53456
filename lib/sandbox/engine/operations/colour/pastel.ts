import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeColours, lightness } from '@/lib/sandbox/engine/change-colours'
import { mix } from '@/lib/sandbox/engine/pixels/numbers'
import { defineOperation } from '@/lib/sandbox/engine/operation'

export const pastel = defineOperation({
  name: 'pastel',
  pattern:
    /\bpastels?(?: (?:colou?rs?|tones?|shades?|palette|look|hues?))?\b(?! (?:drawing|painting|chalks?))/,
  example: 'pastel colours',
  read: ({ near }) => ({ share: Math.min(1, 0.85 * amountIn(near.replace(/\bsoft\b/, ''))) }),
  describe: () => 'pastel colours: light and soft',
  apply: (picture, { share }) =>
    changeColours(picture, (colour) => {
      const light = lightness(colour) / 255
      // Dark becomes half dark and white stays: the tones of chalk.
      const lifted = 1 - (1 - light) ** 1.15 * 0.62
      for (let channel = 0; channel < 3; channel++) {
        const soft = lifted * 255 + (colour[channel]! - light * 255) * 0.62
        colour[channel] = mix(colour[channel]!, soft, share)
      }
    }),
})
