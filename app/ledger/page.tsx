import type { Metadata } from 'next'
import { BudgetsForm } from '@/components/ledger/budgets-form'
import { LedgerTables } from '@/components/ledger/ledger-tables'
import { LedgerTotals } from '@/components/ledger/ledger-totals'
import { MonthLinks } from '@/components/ledger/month-links'
import { readLedger } from '@/lib/api/read-ledger'
import { diptych } from '@/lib/diptych'

export const metadata: Metadata = { title: 'Ledger' }

/** What was spent at the providers, and what may be. */
export default async function LedgerPage({ searchParams }: PageProps<'/ledger'>) {
  const { month: asked } = await searchParams
  const server = await diptych()
  const { month, thisMonth, rows, spent, budgets } = await readLedger(
    server,
    typeof asked === 'string' ? asked : undefined,
  )
  return (
    <div className="mx-auto grid max-w-5xl gap-4 p-4 pb-16">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-lg font-semibold">Ledger</h1>
        <MonthLinks month={month} thisMonth={thisMonth} />
      </div>
      <LedgerTotals rows={rows} />
      <BudgetsForm budgets={budgets} spent={spent} />
      <LedgerTables rows={rows} />
    </div>
  )
}
