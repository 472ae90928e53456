import 'server-only'
import { amountIn, percent, shareIn } from '../../amount'
import { changeColours, lightness, mix } from '../../change-colours'
import { defineOperation } from '../../operation'

const less =
  /\b(?:less (?:satur\w*|vivid|vibran\w*|colou?r\w*)|desaturate[ds]?|mute[ds]?|faded?|pale[r]?|(?:lower|reduced?|decrease)\b.*(?:satur\w*|colou?rs?))\b/

export const saturation = defineOperation({
  name: 'saturation',
  pattern:
    /\b(?:(?:de)?saturat(?:e|ed|ion)|vivid|vibran(?:t|ce|cy)|colou?rful|pop|muted?|faded|paler?|(?:more|less|richer|stronger) colou?rs?)\b/,
  example: 'more vivid',
  read({ near, matched }) {
    const share = shareIn(near) ?? 0.5 * amountIn(near)
    return { share: less.test(`${near} ${matched}`) ? -Math.min(1, share) : share }
  },
  describe: ({ share }) => `${share < 0 ? 'less' : 'more'} saturated by ${percent(Math.abs(share))}`,
  apply: (picture, { share }) =>
    changeColours(picture, (colour) => {
      const light = lightness(colour)
      for (const channel of [0, 1, 2] as const) colour[channel] = mix(light, colour[channel], 1 + share)
    }),
})
