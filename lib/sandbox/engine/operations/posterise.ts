import 'server-only'
import { changeByTable, tableOf } from '../change-colours'
import { defineOperation } from '../operation'

export const posterise = defineOperation({
  name: 'posterise',
  pattern: /\b(?:posteri[sz]e[ds]?|pop art|(?:flat|few(?:er)?|\d+) colou?rs)\b/,
  example: 'posterise to 4 levels',
  read({ near }) {
    const levels = Number(/\b(\d+)\b/.exec(near)?.[1] ?? 5)
    return { levels: Math.min(64, Math.max(2, levels)) }
  },
  describe: ({ levels }) => `posterised to ${levels} levels`,
  apply: (picture, { levels }, { signal }) =>
    changeByTable(
      picture,
      tableOf((value) => Math.min(levels - 1, Math.floor(value * levels)) / (levels - 1)),
      signal,
    ),
})
