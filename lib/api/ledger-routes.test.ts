import { beforeAll, expect, it } from 'vitest'
import { PUT as budgetsRoute } from '@/app/api/v1/budgets/route'
import { GET as ledgerRoute } from '@/app/api/v1/ledger/route'
import type { Diptych } from '@/lib/compose'
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

it('refuses budgets that are none', async () => {
  const answer = await setBudgets({ perDay: -1 })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ issues: [{ path: 'perDay' }] })
})
