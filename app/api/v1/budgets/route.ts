import { apiRoute } from '@/lib/api/answer'
import { readJson } from '@/lib/api/read-body'
import { budgetsSchema } from '@/lib/ledger/budget'

/** Sets what may be spent: JSON `{perRun?, perDay?, perMonth?}` in US cents; what is left out has no limit. */
export const PUT = apiRoute(async (request, { ledger }) => {
  const budgets = budgetsSchema.parse(await readJson(request))
  await ledger.setBudgets(budgets)
  return Response.json(budgets, { headers: { 'cache-control': 'no-store' } })
})
