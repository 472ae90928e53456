import 'server-only'
import { amountIn, percent, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeColours, chroma, lightness } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'

const less =
  /\b(?:less (?:satur\w*|vivid|vibran\w*|colou?r\w*|intense)|too (?:colou?rful|satur\w*|vivid|intense)|desaturate[ds]?|mute[ds]?|(?:take|drain|draw)|pale[r]?|dull(?:er)?|tone(?:d)? down|(?:lower|reduced?|decrease|turn down)\b.*(?:satur\w*|vibran\w*|colou?rs?)|(?:saturation|vibrance|colou?rs?) down)\b/

export const saturation = defineOperation({
  name: 'saturation',
  pattern:
    /\b(?:less (?:vivid|colou?rful|satur\w+|vibran\w+)|(?:de)?saturat(?:e|ed|ion)|vivid(?:ly)?|vibran(?:t|ce|cy)|colou?rful|pop(?! art)|muted?(?: colou?rs?)?|(?:take|drain|draw) (?:some|a (?:bit|little)|a lot)(?: of)?(?: the)? colou?rs? (?:out|away)|paler?|duller|(?:tone down(?: the)?|(?:more|less|richer|stronger|deeper|intenser|bolder|brighter|duller|boost|enhance|intensify)(?: the)?) colou?rs?)\b/,
  example: 'more vivid',
  read({ near, matched }) {
    const share = Math.min(3, shareIn(near) ?? 0.5 * amountIn(near))
    return { share: less.test(`${near} ${matched}`) ? -Math.min(1, share) : share }
  },
  describe: ({ share }) => `${share < 0 ? 'less' : 'more'} saturated by ${percent(Math.abs(share))}`,
  apply: (picture, { share }) =>
    changeColours(picture, (colour) => {
      const light = lightness(colour)
      const strength = chroma(colour) / 255
      // What is strong already would only lose its drawing.
      const here = share > 0 ? share * (1.1 - 0.75 * strength) : share
      colour[0] += (colour[0] - light) * here
      colour[1] += (colour[1] - light) * here
      colour[2] += (colour[2] - light) * here
    }),
})
