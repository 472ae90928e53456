import 'server-only'
import { amountIn, percent, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeByTable, tableOf } from '@/lib/sandbox/engine/change-colours'
import { smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineOperation } from '@/lib/sandbox/engine/operation'

const less = /\b(?:less|lower|reduced?|decrease|low|soften|flatter|flat)\b/

export const contrast = defineOperation({
  name: 'contrast',
  pattern: /\b(?:contrast(?:y|ed)?|punch(?:y|ier))\b/,
  example: 'more contrast',
  read({ near, matched }) {
    const share = shareIn(near) ?? 0.4 * amountIn(near)
    return { share: less.test(`${near} ${matched}`) ? -Math.min(0.9, share) : share }
  },
  describe: ({ share }) => `${share < 0 ? 'less' : 'more'} contrast by ${percent(Math.abs(share))}`,
  apply(picture, { share }) {
    const curve = (value: number) =>
      share < 0
        ? 0.5 + (value - 0.5) * (1 + share)
        : // Half an S, half a line: strong, and shadows and lights keep their drawing.
          value + (smoothStep(0, 1, value) - value) * Math.min(1, share * 1.2) + (value - 0.5) * share * 0.35
    return changeByTable(picture, tableOf(curve))
  },
})
