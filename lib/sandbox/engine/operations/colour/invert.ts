import 'server-only'
import { changeByTable, tableOf } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'

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
