import 'server-only'
import { amountIn, percent, shareIn } from '../../amount'
import { changeColours } from '../../change-colours'
import { defineOperation } from '../../operation'

export const temperature = defineOperation({
  name: 'warmer or cooler',
  pattern: /\b(?:warm(?:er|th)?|cool(?:er)?|cold(?:er)?|less (?:warm|cool|cold))\b/,
  example: 'make it warmer',
  read({ near, matched }) {
    const share = shareIn(near) ?? 0.4 * amountIn(near)
    const warm = /warm/.test(matched) !== /\bless\b/.test(`${near} ${matched}`)
    return { share: warm ? share : -share }
  },
  describe: ({ share }) => `${share < 0 ? 'cooler' : 'warmer'} by ${percent(Math.abs(share))}`,
  apply: (picture, { share }) =>
    changeColours(picture, (colour) => {
      colour[0] *= 1 + share * (share < 0 ? 0.32 : 0.28)
      colour[1] *= 1 + share * 0.06
      colour[2] *= 1 - share * 0.42
    }),
})
