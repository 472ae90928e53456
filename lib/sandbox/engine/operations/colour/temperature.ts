import 'server-only'
import { amountIn, percent, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeByTable, tableOf } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'

export const temperature = defineOperation({
  name: 'temperature',
  pattern:
    /\b(?:(?:less|too) (?:warm|cool|cold)|warm(?:er|th|ed)?(?: up)?|cool(?:er)?(?: (?:down|off|it down))?|cold(?:er)?|(?:colou?r )?temperature)\b/,
  example: 'make it warmer',
  read({ near, matched }) {
    const words = `${near} ${matched}`
    const share = Math.min(1.5, shareIn(near) ?? 0.4 * amountIn(near))
    const asksWarm =
      /\bwarm\w*\b/.test(matched) || (/temp/.test(matched) && /\b(?:up|raise|higher|increase)\b/.test(words))
    const turned = /\b(?:less|too)\b/.test(words) || /\b(?:lower|reduce|decrease) (?:the )?warmth/.test(words)
    return { share: asksWarm !== turned ? share : -share }
  },
  describe: ({ share }) => `${share < 0 ? 'cooler' : 'warmer'} by ${percent(Math.abs(share))}`,
  apply(picture, { share }) {
    const scaled = (scale: number) => tableOf((value) => value * scale)
    const red = scaled(1 + share * (share < 0 ? 0.32 : 0.28))
    return changeByTable(picture, red, scaled(1 + share * 0.06), scaled(1 - share * 0.42))
  },
})
