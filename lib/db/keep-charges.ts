import 'server-only'
import { sql, type Kysely, type Transaction } from 'kysely'
import { budgetsSchema, type Budgets } from '@/lib/ledger/budget'
import { overBudget, roomsIn, type BudgetRoom, type Spent } from '@/lib/ledger/budget-room'
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
  const { id, runId, priceCents } = prediction
  const token = await tokenOf(transaction, runId)
  // This one's own row, from an attempt that was sent back, is not counted against it.
  return overBudget(priceCents, await readRooms(transaction, { runId, token, except: id }, now))
}

/** Who spends: what counts beside the day and the month. */
interface Spender {
  /** Absent for a run that is yet to be made. */
  runId?: string
  token?: { id: string; limit?: number }
  /** A prediction that is not counted. */
  except?: string
}

/** What is left of each budget that applies. */
export async function readRooms(db: Kysely<Database>, spender: Spender, now: number): Promise<BudgetRoom[]> {
  const budgets = await readBudgets(db)
  const limit = spender.token?.limit
  if (Object.values(budgets).every((budget) => budget === undefined) && limit === undefined) return []
  return roomsIn(budgets, await spentFor(db, spender, now), limit)
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

/** The API token a run is counted on, with its limit for a month. */
export async function tokenOf(
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
  { runId, token, except }: Spender,
  now: number,
): Promise<Spent> {
  const day = localDay(now)
  const all = db
    .selectFrom('charges')
    .select(({ fn }) => fn.coalesce(fn.sum('cents'), sql<number>`0`).as('cents'))
  const others = except === undefined ? all : all.where('prediction_id', '<>', except)
  const sum = async (query: typeof others) => Number((await query.executeTakeFirstOrThrow()).cents)
  const ofMonth = others.where('day', '>=', monthStart(day))
  return {
    run: runId ? await sum(others.where('run_id', '=', runId)) : 0,
    day: await sum(others.where('day', '=', day)),
    month: await sum(ofMonth),
    token: token ? await sum(ofMonth.where('token_id', '=', token.id)) : 0,
  }
}
