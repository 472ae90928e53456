import { formatCents } from '@/components/ui/format-cents'
import type { LedgerRow } from '@/lib/ledger/ledger-store'
import { sumsBy, type LedgerSum } from '@/lib/ledger/summarise-ledger'
import { providers } from '@/lib/models/providers'
import { findModel } from '@/lib/models/registry'

const dayName = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

/** The month by day, by model and by provider. */
export function LedgerTables({ rows }: { rows: readonly LedgerRow[] }) {
  if (rows.length === 0)
    return (
      <p className="rounded-lg border border-line bg-panel p-4 text-muted">
        Nothing was sent to a provider in this month. What the sandbox does costs nothing and is not listed.
      </p>
    )
  const dearest = (sums: [string, LedgerSum][]) => sums.toSorted(([, a], [, b]) => allOf(b) - allOf(a))
  return (
    <>
      <SumTable
        caption="By day"
        head="Day"
        sums={sumsBy(rows, ({ day }) => day).map(([day, sum]) => [dayTitle(day), sum])}
      />
      <SumTable
        caption="By model"
        head="Model"
        sums={dearest(sumsBy(rows, ({ modelId }) => findModel(modelId)?.title ?? modelId))}
      />
      <SumTable
        caption="By provider"
        head="Provider"
        sums={dearest(sumsBy(rows, ({ provider }) => providers[provider].title))}
      />
    </>
  )
}

function SumTable({ caption, head, sums }: { caption: string; head: string; sums: [string, LedgerSum][] }) {
  return (
    <div
      className="overflow-x-auto rounded-lg border border-line bg-panel"
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className="w-full min-w-xl text-sm">
        <caption className="px-4 py-2 text-left font-semibold">{caption}</caption>
        <thead className="text-xs text-muted">
          <tr className="border-t border-line">
            <th scope="col" className="px-4 py-2 text-left font-normal">
              {head}
            </th>
            {['Predictions', 'Spent', 'On its way', 'May have been billed'].map((title) => (
              <th key={title} scope="col" className="px-4 py-2 text-right font-normal">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sums.map(([title, sum]) => (
            <tr key={title} className="border-t border-line tabular-nums">
              <th scope="row" className="px-4 py-2 text-left font-normal">
                {title}
              </th>
              <td className="px-4 py-2 text-right">{sum.predictions}</td>
              <td className="px-4 py-2 text-right">
                {formatCents(sum.spent)}
                {sum.listed > 0 && (
                  <span className="block text-xs text-muted">
                    {sum.listed === sum.spent ? 'by price list' : `${formatCents(sum.listed)} by price list`}
                  </span>
                )}
              </td>
              <td className="px-4 py-2 text-right">{amount(sum.reserved)}</td>
              <td className="px-4 py-2 text-right">{amount(sum.maybe)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Nothing is written as nothing, so that what is there stands out. */
function amount(cents: number): string {
  return cents === 0 ? '–' : formatCents(cents)
}

function allOf({ spent, reserved, maybe }: LedgerSum): number {
  return spent + reserved + maybe
}

function dayTitle(day: string): string {
  return dayName.format(new Date(`${day}T00:00:00Z`))
}
