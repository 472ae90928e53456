import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeByTable, tableOf } from '@/lib/sandbox/engine/change-colours'
import { blendBy } from '@/lib/sandbox/engine/mask'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { background } from './background-words'
import { subjectCover } from './subject-of'

const darker = '(?:dark(?:en|ens|er|ened|ening)?|dim(?:mer|med)?|gloomier)'
const lighter = '(?:bright(?:en|ens|er|ened|ening)?|light(?:en|er|ened)?)'

export const backgroundTone = defineOperation({
  name: 'background tone',
  pattern: new RegExp(
    `\\b(?:darken|dim|brighten|lighten)\\b(?: \\w+){0,3} ${background}\\b|(?:\\bmake\\b.{0,12})?\\b${background}\\b.{0,30}?\\b(?:${darker}|${lighter})\\b|` +
      `\\b(?:${darker}|${lighter}) ${background}\\b`,
  ),
  example: 'darken the background',
  kind: 'part',
  read({ near, matched }) {
    const isDark = new RegExp(`\\b${darker}\\b`).test(matched)
    if (!isDark && !new RegExp(`\\b${lighter}\\b`).test(matched)) return undefined
    // "A bit lighter", not "light", is the amount.
    return { isDark, amount: amountIn(near.replace(/\b(?:light|deep)\b/g, '')) }
  },
  describe: ({ isDark, amount }) =>
    `${isDark ? 'darker' : 'brighter'} background${amount < 1 ? ', a little' : amount > 1 ? ', much' : ''}`,
  async apply(picture, { isDark, amount }, context) {
    const cover = await subjectCover(picture, context)
    const table = isDark
      ? tableOf((value) => value ** (1 + 0.25 * amount) * 0.55 ** amount)
      : tableOf((value) => 1 - (1 - value) ** (1 + 0.7 * amount))
    return blendBy(changeByTable(picture, table), picture, (at) => cover.data[at]!)
  },
})
