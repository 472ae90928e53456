import type { RankingRow, Tally } from '@/lib/judging/ranking'
import { findModel } from '@/lib/models/registry'
import { formatCents } from '@/components/ui/format-cents'
import { chanceText, logitText, rankText, scoreText, winsPerDollarText } from './ranking-words'
import { StrengthBar } from './strength-bar'

interface RankingTableProps {
  /** What it ranks, for screen readers. */
  label: string
  /** One group, strongest first; or models of which nothing can be said but how they were voted on. */
  rows: readonly RankingRow[] | readonly Tally[]
}

/** Models with their strengths and votes. */
export function RankingTable({ label, rows }: RankingTableProps) {
  const isRanked = rows.some(isRankingRow)
  return (
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
            {isRanked && (
              <th scope="col" className="py-2 pr-2 pl-3 font-medium sm:pl-4">
                Rank
              </th>
            )}
            <th scope="col" className={`w-full py-2 pr-2 font-medium ${isRanked ? 'pl-2' : 'pl-3 sm:pl-4'}`}>
              {isRanked ? 'Model and its chance against an average one' : 'Model'}
            </th>
            <th scope="col" className="px-2 py-2 font-medium">
              Votes
            </th>
            {isRanked && (
              <th scope="col" className="py-2 pr-3 pl-2 font-medium sm:pr-4 sm:whitespace-nowrap">
                Wins per dollar
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.modelId} className="border-t border-line align-top">
              {isRankingRow(row) && (
                <td className="py-3 pr-2 pl-3 whitespace-nowrap sm:pl-4">{rankText(row)}</td>
              )}
              <th
                scope="row"
                className={`min-w-40 py-3 pr-2 font-medium ${isRanked ? 'pl-2' : 'pl-3 sm:pl-4'}`}
              >
                {findModel(row.modelId)?.title ?? row.modelId}
                {isRankingRow(row) && <Strength row={row} />}
                <span className="block text-xs font-normal text-muted sm:hidden">{scoreText(row)}</span>
              </th>
              <td className="px-2 py-3 whitespace-nowrap">
                {row.votes}
                <span className="hidden text-xs text-muted sm:block">{scoreText(row)}</span>
              </td>
              {isRankingRow(row) && (
                <td className="py-3 pr-3 pl-2 sm:pr-4">
                  {winsPerDollarText(row)}
                  {row.cents > 0 && (
                    <span className="block text-xs whitespace-nowrap text-muted">
                      of {formatCents(row.cents)}
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Strength({ row }: { row: RankingRow }) {
  return (
    <>
      <StrengthBar row={row} />
      <span className="block text-xs font-normal">{chanceText(row)}</span>
      <span className="hidden text-xs font-normal text-muted sm:block">{logitText(row)}</span>
    </>
  )
}

function isRankingRow(row: Tally): row is RankingRow {
  return 'rank' in row
}
