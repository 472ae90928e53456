import type { ReactNode } from 'react'
import { fewestVotes, type RankingBasis, type Standing } from '@/lib/judging/ranking'
import { findModel } from '@/lib/models/registry'
import { RankingTable } from './ranking-table'
import { basisTexts, verdictOf } from './ranking-words'

interface RankingStandingProps {
  title: ReactNode
  id: string
  standing: Standing
  basis: RankingBasis
}

/** What can be said by the live results, or by those of the sandbox. */
export function RankingStanding({ title, id, standing, basis }: RankingStandingProps) {
  const { groups, few, votes } = standing.tables[basis]
  const label = (index: number) =>
    [basisTexts[basis], groups.length > 1 && `group ${index + 1}`].filter(Boolean).join(', ')
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
          The models of one table were never compared with those of another, not even by way of a third:
          between them nothing is known.
        </p>
      )}
      {groups.map((rows, index) => (
        <div key={rows[0]?.modelId} className="grid gap-2">
          <p className="max-w-prose font-medium">{verdictOf(rows, nameOf)}</p>
          <RankingTable rows={rows} label={label(index)} />
        </div>
      ))}
      {few.length > 0 && (
        <div className="grid gap-2">
          <p className="max-w-prose font-medium">
            {groups.length === 0 && 'Can’t tell yet. '}
            Too few votes: below {fewestVotes} nothing is said of a model.
          </p>
          <RankingTable rows={few} label={`${basisTexts[basis]}, too few votes`} />
        </div>
      )}
    </section>
  )
}

function nameOf(modelId: string): string {
  return findModel(modelId)?.title ?? modelId
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
