import type { ReactNode } from 'react'
import { formatCents } from '@/components/ui/format-cents'
import type { LedgerRow } from '@/lib/ledger/ledger-store'
import { sumOf } from '@/lib/ledger/summarise-ledger'

/** The month in four figures. */
export function LedgerTotals({ rows }: { rows: readonly LedgerRow[] }) {
  const { spent, listed, reserved, maybe, predictions } = sumOf(rows)
  return (
    <dl className="grid grid-cols-2 gap-3 rounded-lg border border-line bg-panel p-4 md:grid-cols-4">
      <Figure term="Spent" value={formatCents(spent)}>
        {listed > 0 ? `${formatCents(listed)} of it by the price list, as the provider tells no cost` : ''}
      </Figure>
      <Figure term="On its way" value={formatCents(reserved)}>
        reserved for work that is not done yet
      </Figure>
      <Figure term="May have been billed" value={formatCents(maybe)}>
        failed, canceled or without an answer; only the provider’s bill knows
      </Figure>
      <Figure term="Predictions" value={String(predictions)}>
        that were sent, or may have been
      </Figure>
    </dl>
  )
}

function Figure({ term, value, children }: { term: string; value: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="text-lg font-semibold tabular-nums">{value}</dd>
      <dd className="text-xs text-muted">{children}</dd>
    </div>
  )
}
