import { apiRoute } from '@/lib/api/answer'
import { readLedger } from '@/lib/api/read-ledger'

/** What was spent by day, provider and model in a month, `?month=2026-11`, else this one. US cents. */
export const GET = apiRoute(async (request, server) => {
  const month = new URL(request.url).searchParams.get('month') ?? undefined
  const { rows, spent, budgets, month: shown } = await readLedger(server, month)
  return Response.json({ month: shown, rows, spent, budgets }, { headers: { 'cache-control': 'no-store' } })
})
