import 'server-only'
import type { Kysely } from 'kysely'
import {
  instructionsOf,
  type EarlierInstruction,
  type InstructionHistory,
} from '@/lib/predictions/instruction-history'
import { runSchema } from '@/lib/predictions/run'
import type { Database } from './schema'

/** How far back it looks: some thousand short rows take milliseconds. */
const mostRuns = 3000
const pageSize = 300
const askedSchema = runSchema.pick({ input: true, choices: true, axes: true })

/** The history of instructions on either engine. The texts lie in JSON, which the engines take apart differently: it is read here. */
export function createInstructionHistory(db: Kysely<Database>): InstructionHistory {
  return {
    async recent(limit, search = '') {
      const wanted = search.toLocaleLowerCase()
      const found = new Map<string, EarlierInstruction>()
      for (let offset = 0; offset < mostRuns && found.size < limit; offset += pageSize) {
        const rows = await db
          .selectFrom('runs')
          .select(['id', 'input', 'choices', 'axes', 'created_at'])
          // What was thrown away is not offered again; restored, it is.
          .where('id', 'not in', (trashed) =>
            trashed.selectFrom('library_runs').select('library_runs.run_id').where('deleted_at', '>', 0),
          )
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(pageSize)
          .offset(offset)
          .execute()
        for (const row of rows) {
          const asked = askedSchema.parse({
            input: JSON.parse(row.input),
            choices: JSON.parse(row.choices),
            axes: row.axes === null ? undefined : JSON.parse(row.axes),
          })
          for (const text of instructionsOf(asked))
            if (!found.has(text) && text.toLocaleLowerCase().includes(wanted))
              found.set(text, { text, usedAt: Number(row.created_at), runId: row.id })
        }
        if (rows.length < pageSize) break
      }
      return [...found.values()].slice(0, limit)
    },
  }
}
