import 'server-only'
import { sql } from 'kysely'
import { localDay, monthStart } from '@/lib/ledger/local-day'
import type { LedgerStore } from '@/lib/ledger/ledger-store'
import type { DatabaseClient } from './client'
import { readBudgets, readRooms, tokenOf, writeBudgets } from './keep-charges'

/** The ledger on either engine. Rows are written with each change of a prediction: see keep-charges.ts. */
export function createLedgerStore({ db }: Pick<DatabaseClient, 'db'>): LedgerStore {
  return {
    async rows(from, to) {
      const rows = await db
        .selectFrom('charges')
        .select(['day', 'provider', 'model_id as modelId', 'certainty'])
        .select(({ fn }) => [fn.countAll().as('predictions'), fn.sum('cents').as('cents')])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy(['day', 'provider', 'model_id', 'certainty'])
        .orderBy('day', 'desc')
        .orderBy('provider')
        .orderBy('model_id')
        .orderBy('certainty')
        .execute()
      return rows.map((row) => ({ ...row, predictions: Number(row.predictions), cents: Number(row.cents) }))
    },

    async spent(now) {
      const day = localDay(now)
      const { today, month } = await db
        .selectFrom('charges')
        .select(({ fn }) => [
          sql<number>`coalesce(sum(case when day = ${day} then cents else 0 end), 0)`.as('today'),
          fn.coalesce(fn.sum('cents'), sql<number>`0`).as('month'),
        ])
        .where('day', '>=', monthStart(day))
        .executeTakeFirstOrThrow()
      return { day: Number(today), month: Number(month) }
    },

    async rooms(now, { runId, token }) {
      return readRooms(db, { runId, token: runId === undefined ? token : await tokenOf(db, runId) }, now)
    },

    budgets: () => readBudgets(db),
    setBudgets: (budgets) => writeBudgets(db, budgets),
  }
}
