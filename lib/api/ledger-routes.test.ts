import { beforeAll, expect, it } from 'vitest'
import { GET as roomsRoute, PUT as budgetsRoute } from '@/app/api/v1/budgets/route'
import { GET as ledgerRoute } from '@/app/api/v1/ledger/route'
import type { Diptych } from '@/lib/compose'
import { overBudgetBefore, type BudgetRoom } from '@/lib/ledger/budget-room'
import { serverForRoutes } from '@/lib/testing/server-for-routes'
import { localDay } from '@/lib/ledger/local-day'
import { aPrediction, aRun } from '@/lib/testing/a-prediction'

let server: Diptych
beforeAll(async () => {
  const started = await serverForRoutes()
  server = started.server
  return started.stop
})

const context = { params: Promise.resolve({}) }
const host = { host: '127.0.0.1:3000' }

function setBudgets(value: unknown): Promise<Response> {
  const body = JSON.stringify(value)
  const headers = { ...host, 'content-type': 'application/json', 'content-length': String(body.length) }
  return budgetsRoute(
    new Request('http://127.0.0.1:3000/api/v1/budgets', { method: 'PUT', body, headers }),
    context,
  )
}

async function ledgerOf(query = ''): Promise<Record<string, unknown>> {
  const request = new Request(`http://127.0.0.1:3000/api/v1/ledger${query}`, { headers: host })
  return (await (await ledgerRoute(request, context)).json()) as Record<string, unknown>
}

async function roomsOf(query = ''): Promise<unknown> {
  const request = new Request(`http://127.0.0.1:3000/api/v1/budgets${query}`, { headers: host })
  return (await roomsRoute(request, context)).json()
}

it('tells what was spent this month, and what may be', async () => {
  const now = Date.now()
  const run = aRun()
  const prediction = aPrediction({ runId: run.id, priceCents: 3 })
  await server.store.createRun(run, [prediction])
  await server.store.move(prediction, { state: 'submitting', attempts: 1, submittedAt: now }, now)
  expect((await setBudgets({ perDay: 250 })).status).toBe(200)
  expect(await ledgerOf()).toEqual({
    month: localDay(now).slice(0, 7),
    rows: [
      {
        day: localDay(now),
        provider: 'vibedream',
        modelId: prediction.modelId,
        certainty: 'reserved',
        predictions: 1,
        cents: 3,
      },
    ],
    spent: { day: 3, month: 3 },
    budgets: { perDay: 250 },
  })
  expect(await ledgerOf('?month=2020-02')).toMatchObject({ month: '2020-02', rows: [] })
})

it('tells what is left of each budget, as a prediction would be refused: reserved is spent', async () => {
  expect((await setBudgets({})).status).toBe(200)
  expect(await roomsOf()).toEqual({ rooms: [] })
  const now = Date.now()
  const run = aRun()
  const [first, second, free] = [0, 1, 2].map((position) =>
    aPrediction({ runId: run.id, position, priceCents: 3, ...(position === 2 && { mode: 'sandbox' }) }),
  )
  await server.store.createRun(run, [first!, second!, free!])
  const before = await server.ledger.spent(now)
  expect((await setBudgets({ perRun: 5, perDay: before.day + 5 })).status).toBe(200)
  for (const one of [first!, free!])
    await server.store.move(one, { state: 'submitting', attempts: 1, submittedAt: now }, now)
  const day = { of: 'day', limit: before.day + 5, left: 2 }
  expect(await roomsOf()).toEqual({ rooms: [{ of: 'run', limit: 5, left: 5 }, day] })
  const { rooms } = (await roomsOf(`?run=${run.id}`)) as { rooms: BudgetRoom[] }
  expect(rooms).toEqual([{ of: 'run', limit: 5, left: 2 }, day])

  expect(overBudgetBefore({ cents: 3, count: 1 }, rooms)).toContain('has 2¢ left')
  const refused = await server.store.move(
    second!,
    { state: 'submitting', attempts: 1, submittedAt: now },
    now,
  )
  expect(refused?.status).toMatchObject({ failure: { code: 'over-budget' } })
})

it('refuses budgets that are none', async () => {
  const answer = await setBudgets({ perDay: -1 })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ issues: [{ path: 'perDay' }] })
})
