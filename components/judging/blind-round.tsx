'use client'

import { useEffect, useReducer, useRef, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { comparablePairs, roundPairs, type RoundPair } from '@/lib/judging/pairs'
import { noHistory, type RoundHistory } from '@/lib/judging/round-history'
import type { Cast } from '@/lib/judging/vote'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { Button } from '@/components/ui/button'
import { randomId } from '@/components/ui/random-id'
import { JudgePairs } from './judge-pairs'
import { RoundReveal } from './round-reveal'
import { isOver, move, newRound, type RoundMove } from './round-state'
import { createVoteSender } from './vote-sender'
import { VoteTrouble } from './vote-trouble'

export interface BlindRoundProps {
  /** With its predictions as they are now; those that finish while the round is on are not in it. */
  run: RunView
  /** Every stored picture that the run's input names. */
  pictures: Asset[]
  /** What each cell is called when it stands alone, by position; the model's name where it is left out. */
  titles?: readonly string[]
  onClose: () => void
}

/**
 * A blind round over a run's results, over the whole window: two pictures at a time without their models' names, then
 * the reveal. Every answer is stored as it is given.
 */
export function BlindRound({ onClose, ...props }: BlindRoundProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [count, setCount] = useState(0)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label="Blind round"
      className="m-0 h-dvh max-h-none w-screen max-w-none overflow-hidden bg-canvas text-left text-text"
      onClose={onClose}
      // The page below has keys of its own.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <Round
        key={count}
        {...props}
        onAgain={() => setCount(count + 1)}
        onClose={() => dialog.current?.close()}
      />
    </dialog>
  )
}

type RoundProps = Pick<BlindRoundProps, 'run' | 'pictures' | 'titles'> & {
  onAgain: () => void
  onClose: () => void
}

/** Chooses the pairs by what was judged before. */
function Round(props: RoundProps) {
  // As it was at the start: what arrives meanwhile must not change the pairs.
  const [run] = useState(props.run)
  const [pairs, setPairs] = useState<RoundPair<PredictionView>[]>()
  useEffect(() => {
    let isGone = false
    void readHistory(run.id).then((history) => {
      if (!isGone) setPairs(roundPairs(run, { history }))
    })
    return () => {
      isGone = true
    }
  }, [run])
  if (!pairs) return null
  if (pairs.length > 0) return <RoundOfPairs {...props} run={run} pairs={pairs} />
  return (
    <div className="grid h-full place-content-center gap-3 p-6 text-center">
      <p className="max-w-prose">
        There is nothing to compare: it takes two finished results made of the same pictures and instruction.
      </p>
      <div>
        <Button onClick={props.onClose}>Close</Button>
      </div>
    </div>
  )
}

function RoundOfPairs({
  run,
  pictures,
  titles,
  pairs,
  onAgain,
  onClose,
}: RoundProps & { pairs: RoundPair<PredictionView>[] }) {
  const [state, dispatch] = useReducer(move, pairs.length, newRound)
  const [trouble, setTrouble] = useState<string>()
  const [sender] = useState(() => createVoteSender<Cast>(`/api/v1/runs/${run.id}/votes`, setTrouble))
  const [roundId] = useState(() => randomId())

  function onMove(wanted: RoundMove) {
    if (wanted.kind === 'stop' && state.given.length === 0) return onClose()
    const last = state.given.at(-1)
    if (wanted.kind === 'answer') send(state.at, wanted.question, wanted.outcome)
    if (wanted.kind === 'undo' && last) send(last.pair, last.question, null)
    dispatch(wanted)
  }

  function send(
    at: number,
    question: 'instruction' | 'preservation',
    outcome: 'first' | 'second' | 'tie' | null,
  ) {
    const pair = pairs[at]
    if (pair) sender.send({ roundId, question, first: pair.first.id, second: pair.second.id, outcome })
  }

  return (
    <div className="flex h-full flex-col">
      {trouble && <VoteTrouble sentence={trouble} onRetry={sender.retry} />}
      <div className="min-h-0 flex-1">
        {isOver(state) ? (
          <RoundReveal
            pairs={pairs}
            state={state}
            titleOf={({ position, modelName }) => titles?.[position] ?? modelName}
            onAgain={comparablePairs(run).length > pairs.length ? onAgain : undefined}
            onClose={onClose}
          />
        ) : (
          <JudgePairs pairs={pairs} pictures={pictures} state={state} onMove={onMove} />
        )}
      </div>
    </div>
  )
}

/** Without it a round is no worse than a first one. */
async function readHistory(runId: string): Promise<RoundHistory> {
  const answer = await fetch(`/api/v1/runs/${runId}/votes`).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as RoundHistory) : noHistory
}
