import 'server-only'
import { changeByTable, tableOf } from '../../change-colours'
import { defineOperation } from '../../operation'

export const invert = defineOperation({
  name: 'invert',
  pattern: /\b(?:invert(?:ed)?|negative)\b/,
  example: 'invert the colours',
  read: () => ({}),
  describe: () => 'inverted colours',
  apply: (picture) =>
    changeByTable(
      picture,
      tableOf((value) => 1 - value),
    ),
})
