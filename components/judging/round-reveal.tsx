'use client'

import { useEffect, useRef } from 'react'
import Link from 'next/link'
import { variantUrl } from '@/lib/assets/asset-urls'
import { questions, type Question } from '@/lib/judging/vote'
import type { RoundPair } from '@/lib/judging/pairs'
import type { PredictionView } from '@/lib/predictions/view'
import { formatDuration } from '@/components/results/format'
import { Button, buttonClass } from '@/components/ui/button'
import { formatCents } from '@/components/ui/format-cents'
import type { Answers, RoundState } from './round-state'
import { tallyRound, type Score } from './round-tally'

const questionHeadings: Record<Question, string> = {
  instruction: 'Followed the instruction',
  preservation: 'Kept the rest',
}

interface RoundRevealProps {
  pairs: RoundPair<PredictionView>[]
  state: RoundState
  /** What a result is called when it stands alone. */
  titleOf: (prediction: PredictionView) => string
  /** Absent where all pairs of the run have been judged. */
  onAgain?: () => void
  onClose: () => void
}

/** What was judged, and whose pictures they were. */
export function RoundReveal({ pairs, state, titleOf, onAgain, onClose }: RoundRevealProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const judged = pairs
    .map((pair, index) => ({ pair, answers: state.answers[index] ?? {} }))
    .filter(({ answers }) => questions.some((question) => answers[question]))
  const ofOneModel = pairs.every(({ first, second }) => first.modelId === second.modelId)
  const nameOf = ofOneModel ? titleOf : ({ modelName }: PredictionView) => modelName
  const isSandbox = pairs.some(({ first }) => first.sandbox)

  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-5xl gap-5 p-4 pb-8">
        <header className="flex flex-wrap items-center gap-3">
          <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
            {judged.length === 0 ? 'Nothing was judged' : `${judged.length} of ${pairs.length} pairs judged`}
          </h2>
          <div className="ml-auto flex flex-wrap gap-2">
            {onAgain && (
              <Button className="pointer-coarse:h-11" onClick={onAgain}>
                Judge more pairs
              </Button>
            )}
            {!ofOneModel && (
              <Link href="/ranking" className={buttonClass({ className: 'pointer-coarse:h-11' })}>
                See the ranking
              </Link>
            )}
            <Button variant="primary" className="pointer-coarse:h-11" onClick={onClose}>
              Done
            </Button>
          </div>
        </header>
        {isSandbox && (
          <p className="max-w-prose text-muted">
            Local sandbox, not FLUX: these pictures were edited on this machine. The votes are kept, in a
            ranking apart from that of live results.
          </p>
        )}
        {ofOneModel && judged.length > 0 && (
          <p className="max-w-prose text-muted">
            All these are results of one model: the votes compare its settings and enter no ranking of models.
          </p>
        )}
        {judged.length > 0 && <TallyTable rows={tallyRound(pairs, state.answers, nameOf)} />}
        <ol className="grid gap-3 sm:grid-cols-2">
          {judged.map(({ pair, answers }, index) => (
            <li
              key={`${pair.first.id} ${pair.second.id}`}
              className="rounded-lg border border-line bg-panel p-3"
            >
              <h3 className="sr-only">Pair {index + 1}</h3>
              <div className="grid grid-cols-2 gap-2">
                <RevealedPicture letter="A" prediction={pair.first} title={titleOf(pair.first)} />
                <RevealedPicture letter="B" prediction={pair.second} title={titleOf(pair.second)} />
              </div>
              <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm">
                {questions.map((question) => (
                  <div key={question} className="contents">
                    <dt className="text-muted">{questionHeadings[question]}</dt>
                    <dd>{answerText(answers, question, pair, nameOf)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

function answerText(
  answers: Answers,
  question: Question,
  { first, second }: RoundPair<PredictionView>,
  nameOf: (prediction: PredictionView) => string,
): string {
  switch (answers[question]) {
    case 'first':
      return `A, ${nameOf(first)}`
    case 'second':
      return `B, ${nameOf(second)}`
    case 'tie':
      return 'Tie'
    case undefined:
      return 'Not answered'
  }
}

function RevealedPicture(props: { letter: string; prediction: PredictionView; title: string }) {
  const { letter, prediction, title } = props
  const asset = prediction.assets[0]
  return (
    <figure className="min-w-0">
      <div className="relative aspect-[4/3] overflow-hidden rounded-md bg-canvas">
        {asset && (
          <img
            src={variantUrl(asset.id, 640)}
            alt={`Picture ${letter}, by ${title}`}
            loading="lazy"
            className="absolute inset-0 size-full object-contain"
          />
        )}
        <span className="absolute top-1.5 left-1.5 rounded bg-black/75 px-2 py-0.5 text-xs font-semibold text-white">
          {letter}
        </span>
      </div>
      <figcaption className="mt-1 text-sm">
        <span className="block font-medium [overflow-wrap:anywhere]">{title}</span>
        <span className="block text-xs text-muted">{timeAndCost(prediction)}</span>
      </figcaption>
    </figure>
  )
}

function timeAndCost({ submittedAt, finishedAt, costCents, sandbox }: PredictionView): string {
  const time = submittedAt !== null && finishedAt !== null && formatDuration(finishedAt - submittedAt)
  const cost = sandbox ? 'no cost (sandbox)' : costCents !== null && formatCents(costCents)
  return [time, cost].filter(Boolean).join(' · ')
}

function TallyTable({ rows }: { rows: ReturnType<typeof tallyRound> }) {
  return (
    <div
      className="overflow-x-auto rounded-lg border border-line bg-panel"
      tabIndex={0}
      role="region"
      aria-label="This round"
    >
      <table className="w-full text-left text-sm">
        <caption className="sr-only">This round: won, tied and lost by question</caption>
        <thead className="text-xs text-muted">
          <tr>
            {['Model', ...questions.map((question) => questionHeadings[question]), 'Mean time', 'Cost'].map(
              (text) => (
                <th key={text} scope="col" className="px-3 py-2 font-medium">
                  {text}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className="border-t border-line tabular-nums">
              <th scope="row" className="px-3 py-2 font-medium">
                {row.name}
              </th>
              {questions.map((question) => (
                <td key={question} className="px-3 py-2">
                  <ScoreTexts {...row.scores[question]} />
                </td>
              ))}
              <td className="px-3 py-2 whitespace-nowrap">
                {row.meanMs === null ? '—' : formatDuration(row.meanMs)}
              </td>
              <td className="px-3 py-2 whitespace-nowrap">{row.cents > 0 ? formatCents(row.cents) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** On a phone one below the other. */
function ScoreTexts({ wins, ties, losses }: Score) {
  if (wins + ties + losses === 0) return '—'
  const parts = [`${wins} won`, ...(ties > 0 ? [`${ties} tied`] : []), `${losses} lost`]
  return parts.map((part, index) => (
    <span key={part} className="block whitespace-nowrap sm:inline">
      {part}
      {index < parts.length - 1 && <span className="max-sm:sr-only">, </span>}
    </span>
  ))
}
