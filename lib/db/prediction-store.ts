import 'server-only'
import { sql, type Kysely, type Selectable } from 'kysely'
import { libraryEntry } from '@/lib/library/library-entry'
import {
  isFinished,
  predictionSchema,
  transitions,
  unfinishedStates,
  type Prediction,
  type PredictionState,
} from '@/lib/predictions/prediction'
import type {
  Idempotency,
  PredictionStore,
  RunWithPredictions,
  StoredRun,
} from '@/lib/predictions/prediction-store'
import { runSchema, type Run } from '@/lib/predictions/run'
import type { DatabaseClient } from './client'
import { keepCharge, lockSpending, refusedByBudget } from './keep-charges'
import { keepLibraryEntries } from './keep-library-entries'
import type { Database } from './schema'

/** The prediction store on either engine. */
export function createPredictionStore({
  db,
  engine,
}: Pick<DatabaseClient, 'db' | 'engine'>): PredictionStore {
  return {
    createRun: (run, predictions, idempotency) =>
      db.transaction().execute(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('runs')
          .values(runRow(run, idempotency))
          .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
          .executeTakeFirstOrThrow()
        const known =
          numInsertedOrUpdatedRows === 0n && idempotency && (await findRun(transaction, idempotency))
        if (known) return known
        if (predictions.length > 0)
          await transaction.insertInto('predictions').values(predictions.map(predictionRow)).execute()
        // In the same transaction: no run is out of the library, and none of its pictures is taken for unused.
        await keepLibraryEntries(transaction, [libraryEntry({ run, predictions })])
        return { runId: run.id, created: true, sameRequest: true }
      }),

    findRun: (idempotency) => findRun(db, idempotency),

    async getRun(id) {
      const row = await db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst()
      return row && (await withPredictions(db, [row]))[0]
    },

    async getPredictions(ids) {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('predictions')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute()
      const byId = new Map(rows.map((row) => [row.id, readPrediction(row)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },

    async hasUnfinishedInSandbox() {
      const row = await db
        .selectFrom('predictions')
        .select('id')
        .where('state', 'in', unfinishedStates)
        .where('mode', '=', 'sandbox')
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    async listRuns(limit, before) {
      let query = db
        .selectFrom('runs')
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
      if (before)
        query = query.where(({ eb, and, or }) =>
          or([
            eb('created_at', '<', before.createdAt),
            and([eb('created_at', '=', before.createdAt), eb('id', '<', before.id)]),
          ]),
        )
      return withPredictions(db, await query.execute())
    },

    async claim(lease, provider, limit, now, states = unfinishedStates) {
      let due = db
        .selectFrom('predictions')
        .select('id')
        .where('provider', '=', provider)
        .where('state', 'in', states)
        .where('lease_until', '<', now)
        .where('not_before', '<=', now)
        .orderBy('created_at')
        .orderBy('position')
        .limit(limit)
      // SQLite has one writer at a time and no such clause.
      if (engine === 'postgres') due = due.forUpdate().skipLocked()
      const rows = await db
        // Materialized: as a subquery, PostgreSQL may run it once per row and lease more than `limit`.
        .with(
          (name) => name('due').materialized(),
          () => due,
        )
        .updateTable('predictions')
        .set({ lease_owner: lease.owner, lease_until: lease.until })
        .where('id', 'in', (query) => query.selectFrom('due').select('due.id'))
        .returningAll()
        .execute()
      return rows.map(readPrediction).sort((a, b) => a.createdAt - b.createdAt || a.position - b.position)
    },

    async extendLeases({ owner, until }) {
      await db
        .updateTable('predictions')
        .set({ lease_until: until })
        .where('lease_owner', '=', owner)
        .execute()
    },

    async release(id, owner) {
      await db
        .updateTable('predictions')
        .set({ lease_owner: null, lease_until: 0 })
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .execute()
    },

    async releaseAll() {
      await db
        .updateTable('predictions')
        .set({ lease_owner: null, lease_until: 0 })
        .where('lease_owner', 'is not', null)
        .execute()
    },

    async addAttempt(prediction) {
      await db
        .insertInto('predictions')
        .values(predictionRow(prediction))
        .onConflict((conflict) => conflict.columns(['run_id', 'position', 'attempt']).doNothing())
        .execute()
      const row = await db
        .selectFrom('predictions')
        .selectAll()
        .where('run_id', '=', prediction.runId)
        .where('position', '=', prediction.position)
        .where('attempt', '=', prediction.attempt)
        .executeTakeFirstOrThrow()
      return readPrediction(row)
    },

    async mark(id, mark, now) {
      const row = await db
        .updateTable('predictions')
        .set({ mark: mark ?? null, updated_at: laterThanBefore(now) })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      return row && readPrediction(row)
    },

    async move(prediction, next, now, owner) {
      assertTransition(prediction.status, next)
      // What is done in the sandbox costs nothing and needs no ledger.
      if (prediction.mode === 'sandbox') return change(db, prediction, next, now, owner)
      return db.transaction().execute(async (transaction) => {
        if (next.state === 'submitting') await lockSpending(transaction, engine)
        // The change comes first: on SQLite it is what keeps other writers out until the sum is made.
        const changed = await change(transaction, prediction, next, now, owner)
        if (!changed) return undefined
        const refused =
          next.state === 'submitting' ? await refusedByBudget(transaction, prediction, now) : undefined
        if (refused) return change(transaction, changed, overBudget(now, refused), now, owner)
        await keepCharge(transaction, prediction, next, now)
        return changed
      })
    },
  }
}

/** The compare-and-set itself; undefined if another was quicker. */
async function change(
  db: Kysely<Database>,
  prediction: Prediction,
  next: PredictionState,
  now: number,
  owner: string | undefined,
): Promise<Prediction | undefined> {
  const leaseEnds = isFinished(next.state) || next.state === 'queued'
  let update = db
    .updateTable('predictions')
    .set({
      state: next.state,
      status: JSON.stringify(next),
      updated_at: laterThanBefore(now),
      not_before: next.state === 'queued' ? (next.notBefore ?? 0) : 0,
      ...(leaseEnds && { lease_owner: null, lease_until: 0 }),
    })
    .where('id', '=', prediction.id)
    .where('state', '=', prediction.status.state)
  if (owner) update = update.where('lease_owner', '=', owner)
  const row = await update.returningAll().executeTakeFirst()
  return row && readPrediction(row)
}

/** Never sent: it can be run again, once there is room. */
function overBudget(now: number, detail: string): PredictionState {
  return { state: 'failed', finishedAt: now, failure: { code: 'over-budget', detail, billed: 'no' } }
}

/** Strictly growing, so that a reader can ask for everything after what it has seen. */
function laterThanBefore(now: number) {
  return sql<number>`case when updated_at < ${now} then ${now} else updated_at + 1 end`
}

function assertTransition(from: PredictionState, to: PredictionState): void {
  if (!transitions[from.state].includes(to.state))
    throw new Error(`A prediction can't go from ${from.state} to ${to.state}.`)
}

async function findRun(
  db: Kysely<Database>,
  { key, fingerprint }: Idempotency,
): Promise<StoredRun | undefined> {
  const known = await db
    .selectFrom('runs')
    .select(['id', 'request_fingerprint'])
    .where('idempotency_key', '=', key)
    .executeTakeFirst()
  return known && { runId: known.id, created: false, sameRequest: known.request_fingerprint === fingerprint }
}

async function withPredictions(
  db: Kysely<Database>,
  rows: Selectable<Database['runs']>[],
): Promise<RunWithPredictions[]> {
  if (rows.length === 0) return []
  const predictions = await db
    .selectFrom('predictions')
    .selectAll()
    .where(
      'run_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .orderBy('attempt')
    .execute()
  return rows.map((row) => ({
    run: readRun(row),
    predictions: predictions.filter((prediction) => prediction.run_id === row.id).map(readPrediction),
  }))
}

function runRow(run: Run, idempotency: Idempotency | undefined): Database['runs'] {
  return {
    id: run.id,
    input: JSON.stringify(run.input),
    choices: JSON.stringify(run.choices),
    axes: run.axes ? JSON.stringify(run.axes) : null,
    idempotency_key: idempotency?.key ?? null,
    request_fingerprint: idempotency?.fingerprint ?? null,
    token_id: run.tokenId ?? null,
    created_at: run.createdAt,
  }
}

function readRun(row: Selectable<Database['runs']>): Run {
  return runSchema.parse({
    id: row.id,
    input: JSON.parse(row.input),
    choices: JSON.parse(row.choices),
    ...(row.axes && { axes: JSON.parse(row.axes) }),
    ...(row.token_id && { tokenId: row.token_id }),
    createdAt: row.created_at,
  })
}

function predictionRow(prediction: Prediction): Database['predictions'] {
  return {
    id: prediction.id,
    run_id: prediction.runId,
    position: prediction.position,
    attempt: prediction.attempt,
    model_id: prediction.modelId,
    provider: prediction.provider,
    mode: prediction.mode,
    input: JSON.stringify(prediction.values),
    composition: prediction.composition ? JSON.stringify(prediction.composition) : null,
    price_cents: prediction.priceCents,
    state: prediction.status.state,
    status: JSON.stringify(prediction.status),
    mark: prediction.mark ?? null,
    created_at: prediction.createdAt,
    updated_at: prediction.updatedAt,
    not_before: 0,
    lease_owner: null,
    lease_until: 0,
  }
}

function readPrediction(row: Selectable<Database['predictions']>): Prediction {
  return predictionSchema.parse({
    id: row.id,
    runId: row.run_id,
    position: row.position,
    attempt: row.attempt,
    modelId: row.model_id,
    provider: row.provider,
    mode: row.mode,
    values: JSON.parse(row.input),
    ...(row.composition && { composition: JSON.parse(row.composition) }),
    priceCents: row.price_cents,
    ...(row.mark && { mark: row.mark }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    status: JSON.parse(row.status),
  })
}
