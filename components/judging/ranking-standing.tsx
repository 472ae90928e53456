import type { ReactNode } from 'react'
import type { RankingBasis, Standing } from '@/lib/judging/ranking'
import { RankingTable } from './ranking-table'
import { basisTexts } from './ranking-words'

interface RankingStandingProps {
  title: ReactNode
  id: string
  standing: Standing
  basis: RankingBasis
}

/** The live results, or those of the sandbox. */
export function RankingStanding({ title, id, standing, basis }: RankingStandingProps) {
  const { groups, votes } = standing.tables[basis]
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="flex flex-wrap items-center gap-2 text-base font-semibold">
        {title}
      </h2>
      <p className="text-muted">
        {votes === 0
          ? 'No votes yet.'
          : `${counted(votes, 'vote')}, from ${counted(standing.rounds, 'round')} over ${counted(standing.runs, 'run')}.`}
        {standing.ofOneModel > 0 &&
          ` Beside them ${counted(standing.ofOneModel, 'vote')} between settings of one model, which say nothing here.`}
      </p>
      {groups.length > 1 && (
        <p className="max-w-prose">
          These models were never compared across the tables, not even by way of a third: between them nothing
          is known.
        </p>
      )}
      {groups.map((rows, index) => (
        <RankingTable
          key={rows[0]?.modelId}
          rows={rows}
          label={[basisTexts[basis], groups.length > 1 && `group ${index + 1}`].filter(Boolean).join(', ')}
        />
      ))}
    </section>
  )
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
