import { apiRoute } from '@/lib/api/answer'
import { readJson } from '@/lib/api/read-body'
import { budgetsSchema } from '@/lib/ledger/budget'

const headers = { 'cache-control': 'no-store' }

/**
 * What is left of each budget there is, `{rooms: [{of, limit, left}]}` in US cents, for a new run, or with `?run=<id>` for
 * what is tried again in one.
 */
export const GET = apiRoute(async (request, { ledger }, _params, caller) => {
  const runId = new URL(request.url).searchParams.get('run') ?? undefined
  const token = caller.kind === 'token' ? { id: caller.id, limit: caller.monthlyBudgetCents } : undefined
  return Response.json({ rooms: await ledger.rooms(Date.now(), { runId, token }) }, { headers })
})

/** Sets what may be spent: JSON `{perRun?, perDay?, perMonth?}` in US cents; what is left out has no limit. */
export const PUT = apiRoute(async (request, { ledger }) => {
  const budgets = budgetsSchema.parse(await readJson(request))
  await ledger.setBudgets(budgets)
  return Response.json(budgets, { headers })
})
