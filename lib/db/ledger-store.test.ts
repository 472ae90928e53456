import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { localDay } from '@/lib/ledger/local-day'
import type { Prediction, PredictionState } from '@/lib/predictions/prediction'
import { aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { createPostgresDatabase, type PostgresDatabase } from '@/lib/testing/postgres-database'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { openDatabase, type DatabaseClient } from './client'
import { createLedgerStore } from './ledger-store'
import { createPredictionStore } from './prediction-store'

let made: Promise<PostgresDatabase> | undefined
const postgres = () => (made ??= createPostgresDatabase())
afterAll(() => made?.then((database) => database.drop()).catch(() => {}))

const open = new Set<DatabaseClient>()
afterEach(async () => {
  for (const client of open) await client.close()
  open.clear()
})

type Engine = 'SQLite' | 'PostgreSQL'
/** On PostgreSQL two servers, which share the work; the embedded database has one owner. */
async function openTwice(engine: Engine): Promise<[DatabaseClient, DatabaseClient]> {
  const folder = engine === 'SQLite' ? await temporaryFolder() : '/nowhere'
  const options = engine === 'SQLite' ? { folder } : { folder, databaseUrl: (await postgres()).url }
  const first = await openDatabase(options)
  const clients = [first, engine === 'SQLite' ? first : await openDatabase(options)] as const
  for (const client of clients) open.add(client)
  for (const table of ['charges', 'settings', 'runs'] as const)
    await clients[0].db.deleteFrom(table).execute()
  return [...clients]
}

const now = new Date(2026, 10, 21, 12).getTime()
const submitting: PredictionState = { state: 'submitting', attempts: 1, submittedAt: now }

/** Makes the run one of an API token, of the run's id, that may spend 3 cents a month. */
async function withToken({ db }: DatabaseClient, id: string): Promise<void> {
  const facts = { name: 'shop', token_hash: id, monthly_budget_cents: 3, created_at: 1 }
  await db
    .insertInto('tokens')
    .values({ id, ...facts, used_at: null, revoked_at: null })
    .execute()
  await db.updateTable('runs').set({ token_id: id }).where('id', '=', id).execute()
}

describe.each<Engine>(['SQLite', 'PostgreSQL'])('money on %s', (engine) => {
  async function given(count: number, facts: Partial<Prediction> = {}) {
    const [client, other] = await openTwice(engine)
    const run = aRun()
    const predictions = Array.from({ length: count }, (_, position) =>
      aPrediction({ runId: run.id, position, priceCents: 2, ...facts }),
    )
    const stores = [createPredictionStore(client), createPredictionStore(other)] as const
    await stores[0].createRun(run, predictions)
    return { run, predictions, stores, ledger: createLedgerStore(client), client }
  }

  it('fifty at once against a budget for ten: ten are sent, forty are told why not', async () => {
    const { predictions, stores, ledger } = await given(50)
    await ledger.setBudgets({ perDay: 20 })
    const moved = await Promise.all(
      predictions.map((one, index) => stores[index % 2]!.move(one, submitting, now)),
    )
    const states = moved.map((one) => one?.status.state)
    expect(states.filter((state) => state === 'submitting')).toHaveLength(10)
    expect(states.filter((state) => state === 'failed')).toHaveLength(40)
    expect(moved.find((one) => one?.status.state === 'failed')?.status).toMatchObject({
      failure: { code: 'over-budget', billed: 'no', detail: expect.stringContaining('$0.20') as string },
    })
    expect(await ledger.spent(now)).toEqual({ day: 20, month: 20 })
  })

  it('what was certainly not billed gives its reservation back', async () => {
    const { predictions, stores, ledger } = await given(2)
    await ledger.setBudgets({ perRun: 2 })
    const [first, second] = predictions as [Prediction, Prediction]
    const sent = (await stores[0].move(first, submitting, now))!
    expect(await ledger.spent(now)).toEqual({ day: 2, month: 2 })
    await stores[0].move(sent, { state: 'queued', attempts: 0 }, now)
    expect(await ledger.spent(now)).toEqual({ day: 0, month: 0 })
    expect((await stores[1].move(second, submitting, now))?.status.state).toBe('submitting')
    const again = (await stores[0].getPredictions([first.id]))[0]!
    expect((await stores[0].move(again, submitting, now))?.status.state).toBe('failed')
  })

  it('a lost answer stays as what may have been billed; a told cost replaces the price', async () => {
    const { predictions, stores, ledger } = await given(2)
    const [lost, done] = predictions as [Prediction, Prediction]
    const moveAll = async (prediction: Prediction, ...states: PredictionState[]) => {
      let current = prediction
      for (const state of states) current = (await stores[0].move(current, state, now))!
    }
    await moveAll(lost, submitting, { state: 'unconfirmed', submittedAt: now, finishedAt: now })
    await moveAll(done, submitting, aState('running', now), aState('storing', now), {
      ...aState('succeeded', now),
      costCents: 1.5,
    })
    const row = { day: localDay(now), provider: 'vibedream', modelId: 'flux-2-klein-9b-edit', predictions: 1 }
    expect(await ledger.rows('2026-11-01', '2026-11-30')).toEqual([
      { ...row, certainty: 'maybe', cents: 2 },
      { ...row, certainty: 'reported', cents: 1.5 },
    ])
    expect(await ledger.rows('2026-10-01', '2026-10-31')).toEqual([])
  })

  it('what is left is that of the run, of the day and of the token that the run came with', async () => {
    const { run, predictions, stores, ledger, client } = await given(2)
    await ledger.setBudgets({ perRun: 10, perDay: 20 })
    await stores[0].move(predictions[0]!, submitting, now)
    const day = { of: 'day', limit: 20, left: 18 }
    expect(await ledger.rooms(now, {})).toEqual([{ of: 'run', limit: 10, left: 10 }, day])
    expect(await ledger.rooms(now, { runId: run.id })).toEqual([{ of: 'run', limit: 10, left: 8 }, day])
    const tomorrow = now + 24 * 60 * 60 * 1000
    expect(await ledger.rooms(tomorrow, {})).toContainEqual({ ...day, left: 20 })

    await withToken(client, run.id)
    await stores[0].move(predictions[1]!, submitting, now)
    const token = { of: 'token', limit: 3, left: 1 }
    expect(await ledger.rooms(now, { runId: run.id })).toContainEqual(token)
    expect(await ledger.rooms(now, { token: { id: run.id, limit: 3 } })).toContainEqual(token)
  })

  it('an API token has its own monthly budget', async () => {
    const { run, predictions, stores, client } = await given(2)
    await withToken(client, run.id)
    const [first, second] = predictions as [Prediction, Prediction]
    expect((await stores[0].move(first, submitting, now))?.status.state).toBe('submitting')
    expect((await stores[0].move(second, submitting, now))?.status).toMatchObject({
      failure: { detail: expect.stringContaining('API token') as string },
    })
  })

  it('the sandbox costs nothing and has no budget', async () => {
    const { predictions, stores, ledger } = await given(1, { mode: 'sandbox' })
    await ledger.setBudgets({ perDay: 0 })
    expect((await stores[0].move(predictions[0]!, submitting, now))?.status.state).toBe('submitting')
    expect(await ledger.spent(now)).toEqual({ day: 0, month: 0 })
  })
})
