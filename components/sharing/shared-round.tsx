'use client'

import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { questionTexts, type Outcome, type Question } from '@/lib/judging/vote'
import type { RoundPair } from '@/lib/judging/pairs'
import type { SharedResult, SharedView } from '@/lib/sharing/shared-view'
import type { JudgedResult } from '@/components/judging/frames-of-pair'
import { JudgePairs } from '@/components/judging/judge-pairs'
import { isOver, move, newRound, type RoundMove } from '@/components/judging/round-state'
import { createVoteSender } from '@/components/judging/vote-sender'
import { Button } from '@/components/ui/button'
import { VoteTrouble } from '@/components/judging/vote-trouble'

/** More than this tires, and tired votes are noise. */
const mostPairs = 15

export interface SharedRoundProps {
  token: string
  view: SharedView
  onClose: () => void
}

interface VisitorCast {
  question: Question
  first: number
  second: number
  outcome: Outcome | null
}

/** A blind round for visitors. Every answer is sent as it is given; nothing is revealed at the end. */
export function SharedRound({ token, view, onClose }: SharedRoundProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [pairs] = useState(() => pairsOf(view))
  const [state, dispatch] = useReducer(move, pairs.length, newRound)
  const [trouble, setTrouble] = useState<string>()
  const [sender] = useState(() => createVoteSender<VisitorCast>(`/s/${token}/votes`, setTrouble))
  // Before the pair's heading takes the focus.
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  function onMove(wanted: RoundMove) {
    const last = state.given.at(-1)
    if (wanted.kind === 'stop' && !last) return dialog.current?.close()
    if (wanted.kind === 'answer') send(state.at, wanted.question, wanted.outcome)
    if (wanted.kind === 'undo' && last) send(last.pair, last.question, null)
    dispatch(wanted)
  }

  function send(at: number, question: Question, outcome: Outcome | null) {
    const pair = pairs[at]
    if (pair) sender.send({ question, first: pair.first.position, second: pair.second.position, outcome })
  }

  const answered = state.answers.filter((own) => Object.keys(own).length > 0).length
  return (
    <dialog
      ref={dialog}
      aria-label="Blind vote"
      className="m-0 h-dvh max-h-none w-screen max-w-none overflow-hidden bg-canvas text-left text-text"
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="flex h-full flex-col">
        {trouble && <VoteTrouble sentence={trouble} onRetry={sender.retry} />}
        <div className="min-h-0 flex-1">
          {isOver(state) ? (
            <Thanks answered={answered} onClose={() => dialog.current?.close()} />
          ) : (
            <JudgePairs
              pairs={pairs}
              pictures={view.inputs}
              state={state}
              onMove={onMove}
              stopText="Stop"
              questionTexts={askedAbout(view)}
            />
          )}
        </div>
      </div>
    </dialog>
  )
}

function Thanks({ answered, onClose }: { answered: number; onClose: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="grid h-full place-content-center justify-items-center gap-3 p-6 text-center">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        {answered === 0 ? 'Nothing was voted on' : 'Thank you for your vote'}
      </h2>
      {answered > 0 && (
        <p className="max-w-prose text-muted">
          {answered === 1 ? 'One pair' : `${answered} pairs`} voted on. Vote again and your new answers take
          the place of these.
        </p>
      )}
      <Button variant="primary" className="pointer-coarse:h-11" onClick={onClose}>
        Done
      </Button>
    </div>
  )
}

/** In an order and on sides of chance. */
function pairsOf({ inputs, results, pairs, instruction }: SharedView): RoundPair<JudgedResult>[] {
  const byNumber = new Map(results.map((result) => [result.number, result]))
  return pairs
    .map((pair) => ({ pair, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .slice(0, mostPairs)
    .flatMap(({ pair }) => {
      const numbers = Math.random() < 0.5 ? [pair.first, pair.second] : [pair.second, pair.first]
      const [first, second] = numbers.map((number) => byNumber.get(number))
      if (!first || !second) return []
      const images = first.inputs.flatMap((name) => inputs.find((input) => input.name === name)?.id ?? [])
      return [
        {
          first: judged(first),
          second: judged(second),
          input: { images, prompt: instruction ?? undefined },
        },
      ]
    })
}

function judged({ number, name, pictures, sandbox }: SharedResult): JudgedResult {
  return {
    id: String(number),
    modelId: name,
    position: number,
    status: 'completed',
    sandbox,
    assets: pictures,
  }
}

/** Nobody can say what followed an instruction that is not shown. */
function askedAbout({ instruction, inputs }: SharedView): Record<Question, string> {
  return {
    instruction: instruction === null ? 'Which do you like better?' : questionTexts.instruction,
    preservation: inputs.length === 0 ? 'Which has fewer flaws?' : questionTexts.preservation,
  }
}
