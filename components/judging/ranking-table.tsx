import type { RankingRow } from '@/lib/judging/ranking'
import { findModel } from '@/lib/models/registry'
import { chanceText, logitText, rankText, scoreText, verdictOf, winsPerDollarText } from './ranking-words'
import { StrengthBar } from './strength-bar'

interface RankingTableProps {
  /** What it ranks, for screen readers. */
  label: string
  /** One group, strongest first. */
  rows: RankingRow[]
}

/** Models that were compared with each other, and what can be said of their order. */
export function RankingTable({ label, rows }: RankingTableProps) {
  return (
    <div className="grid gap-2">
      <p className="max-w-prose font-medium">{verdictOf(rows, nameOf)}</p>
      <div
        className="overflow-x-auto rounded-lg border border-line bg-panel"
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        <table className="w-full text-left text-sm tabular-nums">
          <caption className="sr-only">{label}</caption>
          <thead className="text-xs text-muted">
            <tr>
              <th scope="col" className="py-2 pr-2 pl-3 font-medium sm:pl-4">
                Rank
              </th>
              <th scope="col" className="w-full px-2 py-2 font-medium">
                Model and its chance against an average one
              </th>
              <th scope="col" className="px-2 py-2 font-medium">
                Votes
              </th>
              <th scope="col" className="py-2 pr-3 pl-2 font-medium sm:pr-4 sm:whitespace-nowrap">
                Wins per dollar
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.modelId} className="border-t border-line align-top">
                <td className="py-3 pr-2 pl-3 whitespace-nowrap sm:pl-4">{rankText(row)}</td>
                <th scope="row" className="min-w-40 px-2 py-3 font-medium">
                  {nameOf(row.modelId)}
                  {!row.rank && <span className="text-xs font-normal text-muted"> · too few votes</span>}
                  <StrengthBar row={row} />
                  <span className="block text-xs font-normal">{chanceText(row)}</span>
                  <span className="block text-xs font-normal text-muted">{logitText(row)}</span>
                  <span className="block text-xs font-normal text-muted sm:hidden">{scoreText(row)}</span>
                </th>
                <td className="px-2 py-3 whitespace-nowrap">
                  {row.votes}
                  <span className="hidden text-xs text-muted sm:block">{scoreText(row)}</span>
                </td>
                <td className="py-3 pr-3 pl-2 sm:pr-4">
                  {winsPerDollarText(row)}
                  {row.dollars > 0 && (
                    <span className="block text-xs whitespace-nowrap text-muted">
                      of ${row.dollars.toFixed(2)}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function nameOf(modelId: string): string {
  return findModel(modelId)?.title ?? modelId
}
