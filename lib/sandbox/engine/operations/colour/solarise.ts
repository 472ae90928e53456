import 'server-only'
import { changeByTable, tableOf } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'

export const solarise = defineOperation({
  name: 'solarise',
  pattern: /\b(?:solari[sz](?:e[ds]?|ation)|sabattier)\b/,
  example: 'solarise it',
  read: () => ({}),
  describe: () => 'solarised: light tones turned over',
  apply: (picture) =>
    changeByTable(
      picture,
      // A smooth hill: dark stays dark, the middle is lightest, light turns dark.
      tableOf((value) => 0.06 + 0.9 * Math.sin(Math.PI * value ** 0.9) ** 1.2),
    ),
})
