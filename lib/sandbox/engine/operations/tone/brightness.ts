import 'server-only'
import { amountIn, percent, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeByTable, tableOf } from '@/lib/sandbox/engine/change-colours'
import { colourNames } from '@/lib/sandbox/engine/grammar/colour-words'
import { defineOperation } from '@/lib/sandbox/engine/operation'

const less =
  /\b(?:dark\w*|dim\w*|less (?:bright\w*|light|expos\w*)|over-?exposed|too (?:bright|light)|(?:lower|reduce|decrease|minus)\b.*(?:bright\w*|exposure)|(?:brightness|exposure) (?:down|-)|(?:down|under-?expose) )\b/
const lessDark = /\b(?:less (?:dark|dim)|too (?:dark|dim)|under-?exposed)\b/
const stops = /([+-]?\d+(?:\.\d+)?)\s*(?:ev|stops?)\b/
const aColour = `(?! (?:${colourNames})\\b)`

export const brightness = defineOperation({
  name: 'brightness',
  pattern: new RegExp(
    '\\b(?:(?:less|too) (?:dark|dim|bright)|(?:under|over)-?expos(?:ed?|ure)|(?<!(?:double|multiple)[- ])exposure|bright(?:er|en(?:ed|ing)?|ness)?|' +
      'light(?:er|en(?:ed)?)(?: up)?|dark(?:er|en(?:ed|ing)?)|dim(?:mer|med)?|more light|(?:turn|bring) (?:down|up) the (?:lights?|brightness)|' +
      `(?:make|turn) (?:it|this|the (?:picture|image|photo)) (?:much |very |a bit |slightly )?(?:dark|bright|light|dim)${aColour})\\b${aColour}`,
  ),
  example: 'make it a bit brighter',
  read({ near, matched }) {
    const words = `${near} ${matched}`
    const given = stops.exec(words)
    // A stop doubles the light; on this curve that is about a third.
    const stopped = given && Math.abs(Number(given[1])) / 3
    const share = Math.min(1.5, stopped ?? shareIn(near) ?? 0.3 * amountIn(near))
    const darker = lessDark.test(words) ? false : less.test(words) || given?.[1]?.startsWith('-')
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
