import type { Metadata } from 'next'
import Link from 'next/link'
import { RankingRules } from '@/components/judging/ranking-rules'
import { RankingStanding } from '@/components/judging/ranking-standing'
import { basisTexts } from '@/components/judging/ranking-words'
import { SandboxBadge } from '@/components/results/sandbox-badge'
import { buttonClass } from '@/components/ui/button'
import { readRanking } from '@/lib/api/read-ranking'
import { diptych } from '@/lib/diptych'
import { rankingBases, type Standing } from '@/lib/judging/ranking'
import { ownVoter } from '@/lib/judging/vote'

export const metadata: Metadata = { title: 'Ranking' }

/** The models by this person's votes in blind rounds. */
export default async function RankingPage({ searchParams }: PageProps<'/ranking'>) {
  const { by } = await searchParams
  const basis = rankingBases.find((known) => known === by) ?? 'both'
  const { live, sandbox } = await readRanking(await diptych(), ownVoter)
  const hasVotes = (standing: Standing) => standing.tables.both.votes + standing.ofOneModel > 0
  return (
    <div className="mx-auto grid max-w-5xl gap-6 p-4 pb-16">
      <div className="grid gap-1">
        <h1 className="text-lg font-semibold">Ranking</h1>
        <p className="max-w-prose text-muted">
          Which model does your edits best, by your votes in blind rounds over your own pictures.
        </p>
      </div>
      {!hasVotes(live) && !hasVotes(sandbox) ? (
        <NoVotes />
      ) : (
        <>
          <nav aria-label="By question" className="flex flex-wrap gap-2">
            {rankingBases.map((known) => (
              <Link
                key={known}
                href={known === 'both' ? '/ranking' : `/ranking?by=${known}`}
                aria-current={known === basis ? 'page' : undefined}
                className={buttonClass({
                  className: 'pointer-coarse:h-11 aria-[current]:border-line-strong aria-[current]:bg-raised',
                })}
              >
                {basisTexts[known]}
              </Link>
            ))}
          </nav>
          <RankingStanding id="live" title="Live results" standing={live} basis={basis} />
          {hasVotes(sandbox) && (
            <RankingStanding
              id="sandbox"
              title={
                <>
                  Sandbox results <SandboxBadge />
                </>
              }
              standing={sandbox}
              basis={basis}
            />
          )}
          <RankingRules />
        </>
      )}
    </div>
  )
}

function NoVotes() {
  return (
    <div className="grid max-w-prose gap-3">
      <p>No votes yet. A ranking comes out of blind rounds:</p>
      <ol className="grid list-decimal gap-1 pl-5">
        <li>Run one picture over two or more models.</li>
        <li>On the run’s page choose “Judge blind”: two results at a time, without their models’ names.</li>
        <li>Say of each pair which followed the instruction better, and which kept the rest better.</li>
      </ol>
      <p className="text-muted">After some ten votes on a model something can be said of it here.</p>
      <div>
        <Link href="/" className={buttonClass({ variant: 'primary' })}>
          Go to the playground
        </Link>
      </div>
    </div>
  )
}
