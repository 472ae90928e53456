import 'server-only'
import { amountIn, percent, shareIn } from '../../amount'
import { changeByTable, tableOf } from '../../change-colours'
import { defineOperation } from '../../operation'

const less = /\b(?:dark\w*|dim\w*|less (?:bright\w*|light)|(?:lower|reduce|decrease)\b.*bright\w*)\b/

export const brightness = defineOperation({
  name: 'brighter or darker',
  pattern:
    /\b(?:less (?:dark|dim|bright)|bright(?:er|en|ness)?|lighter|lighten|lighten up|dark(?:er|en)|dimmer|more light|(?:make|turn) (?:it|this|the (?:picture|image|photo)) (?:much |very |a bit |slightly )?(?:dark|bright|light|dim))\b/,
  example: 'make it a bit brighter',
  read({ near, matched }) {
    const share = shareIn(near) ?? 0.3 * amountIn(near)
    const darker = less.test(`${near} ${matched}`) && !/\bless (?:dark|dim)/.test(near)
    return { share: darker ? -share : share }
  },
  describe: ({ share }) => `${share < 0 ? 'darker' : 'brighter'} by ${percent(Math.abs(share))}`,
  // A curve, not an offset: black and white stay, and nothing is cut off.
  apply: (picture, { share }) =>
    changeByTable(
      picture,
      tableOf((value) => value ** (share < 0 ? 1 - share * 1.8 : 1 / (1 + share * 1.8))),
    ),
})
