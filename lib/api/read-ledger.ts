import 'server-only'
import type { Diptych } from '@/lib/compose'
import { localDay } from '@/lib/ledger/local-day'
import { daysOf, readMonth } from '@/lib/ledger/month'

/** A month of the ledger, this one unless another is asked for, with what may be spent now. */
export async function readLedger({ ledger }: Pick<Diptych, 'ledger'>, asked?: string) {
  const now = Date.now()
  const thisMonth = localDay(now).slice(0, 7)
  const month = readMonth(asked) ?? thisMonth
  const { from, to } = daysOf(month)
  const [rows, spent, budgets] = await Promise.all([
    ledger.rows(from, to),
    ledger.spent(now),
    ledger.budgets(),
  ])
  return { month, thisMonth, rows, spent, budgets }
}
