import 'server-only'
import { sql, type Kysely, type Transaction } from 'kysely'
import { budgetsSchema, overBudget, type Budgets, type Spent } from '@/lib/ledger/budget'
import { chargeOf } from '@/lib/ledger/charge'
import { localDay, monthStart } from '@/lib/ledger/local-day'
import type { Prediction, PredictionState } from '@/lib/predictions/prediction'
import type { Database } from './schema'

const settingName = 'budgets'
/** Any number will do, as long as nothing else locks it. */
const spendingLock = 7_214_309

/** No other spends until this transaction ends. SQLite's one writer needs no lock beside its own. */
export async function lockSpending(transaction: Transaction<Database>, engine: 'sqlite' | 'postgres') {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${spendingLock})`.execute(transaction)
}

/** Why the prediction does not fit into a budget, as a sentence; undefined if it does. Within `lockSpending`. */
export async function refusedByBudget(
  transaction: Transaction<Database>,
  prediction: Prediction,
  now: number,
): Promise<string | undefined> {
  const budgets = await readBudgets(transaction)
  const token = await tokenOf(transaction, prediction.runId)
  if (Object.values(budgets).every((limit) => limit === undefined) && token?.limit === undefined)
    return undefined
  const spent = await spentFor(transaction, prediction, token?.id, now)
  return overBudget(prediction.priceCents, spent, budgets, token?.limit)
}

/** Keeps what a live prediction has spent in the state it goes to; in the transaction of that change. */
export async function keepCharge(
  transaction: Transaction<Database>,
  prediction: Prediction,
  next: PredictionState,
  now: number,
): Promise<void> {
  const charge = chargeOf(next, prediction.priceCents)
  if (!charge) {
    await transaction.deleteFrom('charges').where('prediction_id', '=', prediction.id).execute()
    return
  }
  await transaction
    .insertInto('charges')
    .values(({ selectFrom }) => ({
      prediction_id: prediction.id,
      run_id: prediction.runId,
      token_id: selectFrom('runs').select('token_id').where('runs.id', '=', prediction.runId),
      provider: prediction.provider,
      model_id: prediction.modelId,
      // The day on which it was sent, whenever it ends.
      day: localDay(now),
      ...charge,
    }))
    .onConflict((conflict) => conflict.column('prediction_id').doUpdateSet(charge))
    .execute()
}

export async function readBudgets(db: Kysely<Database>): Promise<Budgets> {
  const row = await db
    .selectFrom('settings')
    .select('content')
    .where('name', '=', settingName)
    .executeTakeFirst()
  return row ? budgetsSchema.parse(JSON.parse(row.content)) : {}
}

export async function writeBudgets(db: Kysely<Database>, budgets: Budgets): Promise<void> {
  const content = JSON.stringify(budgetsSchema.parse(budgets))
  await db
    .insertInto('settings')
    .values({ name: settingName, content })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ content }))
    .execute()
}

async function tokenOf(
  db: Kysely<Database>,
  runId: string,
): Promise<{ id: string; limit?: number } | undefined> {
  const row = await db
    .selectFrom('runs')
    .innerJoin('tokens', 'tokens.id', 'runs.token_id')
    .select(['tokens.id', 'tokens.monthly_budget_cents as limit'])
    .where('runs.id', '=', runId)
    .executeTakeFirst()
  return row && { id: row.id, ...(row.limit !== null && { limit: Number(row.limit) }) }
}

async function spentFor(
  db: Kysely<Database>,
  { id, runId }: Prediction,
  tokenId: string | undefined,
  now: number,
): Promise<Spent> {
  const day = localDay(now)
  // This one's own row, from an attempt that was sent back, is not counted against it.
  const others = db
    .selectFrom('charges')
    .select(({ fn }) => fn.coalesce(fn.sum('cents'), sql<number>`0`).as('cents'))
    .where('prediction_id', '<>', id)
  const sum = async (query: typeof others) => Number((await query.executeTakeFirstOrThrow()).cents)
  return {
    run: await sum(others.where('run_id', '=', runId)),
    day: await sum(others.where('day', '=', day)),
    month: await sum(others.where('day', '>=', monthStart(day))),
    token: tokenId
      ? await sum(others.where('token_id', '=', tokenId).where('day', '>=', monthStart(day)))
      : 0,
  }
}
