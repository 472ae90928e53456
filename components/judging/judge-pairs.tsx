'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Undo2 } from 'lucide-react'
import type { RoundPair } from '@/lib/judging/pairs'
import type { Question } from '@/lib/judging/vote'
import { Button } from '@/components/ui/button'
import { pictureLevel, pictureSource } from '@/components/viewer/picture-source'
import { useScene } from '@/components/viewer/scene'
import { useSameFrames } from '@/components/viewer/use-same-frames'
import type { Zoom } from '@/components/viewer/zoom'
import { ZoomBar, zoomStep } from '@/components/viewer/zoom-bar'
import { framesOfPair, type JudgedResult, type PictureSize } from './frames-of-pair'
import { PicturesBeside, PicturesInPlace } from './judging-pictures'
import { roundActionOf, type RoundAction } from './round-keys'
import { RoundQuestions } from './round-questions'
import { openQuestion, type RoundMove, type RoundState } from './round-state'
import { useIsNarrow } from './use-is-narrow'

interface JudgePairsProps {
  pairs: RoundPair<JudgedResult>[]
  /** Every stored picture that the run's input names. */
  pictures: readonly PictureSize[]
  state: RoundState
  onMove: (move: RoundMove) => void
  /** Where nothing is revealed at the end. */
  stopText?: string
  /** What is asked, where not everything is shown that the usual questions are about. */
  questionTexts?: Record<Question, string>
}

/** The pair that is to be judged: no model's name is in here, nor in anything that is said of the pictures. */
export function JudgePairs(props: JudgePairsProps) {
  const { pairs, pictures, state, onMove, stopText = 'Stop and reveal', questionTexts } = props
  const pair = pairs[state.at]
  if (!pair) throw new Error('This round is over.')
  const [inputIndex, setInputIndex] = useState(0)
  const [wantsInPlace, setWantsInPlace] = useState(false)
  const [shown, setShown] = useState('a')
  const frames = useSameFrames(framesOfPair(pair, pictures, inputIndex))
  const [reference] = frames
  if (!reference) throw new Error('There is nothing to judge without pictures.')
  const scene = useScene(frames, reference, frames.find(({ id }) => id === 'a') ?? reference, false)
  const isNarrow = useIsNarrow()
  const inPlace = isNarrow || wantsInPlace
  const open = openQuestion(state)
  const heading = useRef<HTMLHeadingElement>(null)
  const { zoom } = scene

  // Keys answer wherever the focus is, and a screen reader hears where it stands.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [state.at])
  usePreload(pairs[state.at + 1], pictures, zoom)

  function perform(action: RoundAction) {
    switch (action.kind) {
      case 'zoom-in':
        return zoom.zoomBy(zoomStep)
      case 'zoom-out':
        return zoom.zoomBy(1 / zoomStep)
      case 'fit':
        return zoom.fit()
      case 'pan':
        return zoom.panBy({ x: action.x * zoom.pane().width, y: action.y * zoom.pane().height })
      case 'show':
        return setShown(action.id)
      default:
        return onMove(action)
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const action = roundActionOf(event, open)
    if (!action) return
    event.preventDefault()
    // A key that is held down must not answer pair after pair.
    if (event.repeat && (action.kind === 'answer' || action.kind === 'next')) return
    perform(action)
  }

  const inputCount = pair.input.images.length
  return (
    // Focusable, so that the keys still come here after a click beside the buttons.
    <div
      tabIndex={-1}
      className="flex h-full min-h-0 flex-col gap-2 p-2 outline-none sm:p-3"
      onKeyDown={onKeyDown}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 ref={heading} tabIndex={-1} className="text-base font-semibold outline-none">
          Pair {state.at + 1} of {state.length}
        </h2>
        <div aria-hidden className="h-1.5 w-20 overflow-hidden rounded-full bg-line sm:w-32">
          <div className="h-full bg-accent" style={{ width: `${(state.at / state.length) * 100}%` }} />
        </div>
        <div className="ml-auto flex items-center gap-1">
          {inputCount > 1 && (
            <Button
              variant="quiet"
              size="small"
              className="pointer-coarse:h-11"
              onClick={() => setInputIndex((inputIndex + 1) % inputCount)}
            >
              Input {inputIndex + 1} of {inputCount}
            </Button>
          )}
          {!isNarrow && (
            <>
              <ZoomBar zoom={zoom} of="picture A" />
              <Button
                variant="quiet"
                size="small"
                className="aria-pressed:bg-raised pointer-coarse:h-11"
                aria-pressed={inPlace}
                onClick={() => setWantsInPlace(!wantsInPlace)}
              >
                One at a time
              </Button>
            </>
          )}
          <Button size="small" className="pointer-coarse:h-11" onClick={() => onMove({ kind: 'stop' })}>
            {stopText}
          </Button>
        </div>
      </header>
      {pair.input.prompt && (
        <p
          role="region"
          aria-label="Instruction"
          tabIndex={0}
          className="max-h-16 shrink-0 overflow-y-auto text-sm [overflow-wrap:anywhere]"
        >
          {pair.input.prompt}
        </p>
      )}
      <div role="group" aria-label="Pictures" className="min-h-0 flex-1">
        {inPlace ? (
          <PicturesInPlace scene={scene} frames={frames} shown={shown} onShow={setShown} />
        ) : (
          <PicturesBeside scene={scene} frames={frames} />
        )}
      </div>
      <RoundQuestions
        answers={state.answers[state.at] ?? {}}
        open={open}
        texts={questionTexts}
        onAnswer={(question, outcome) => onMove({ kind: 'answer', question, outcome })}
      />
      <footer className="flex items-center gap-2">
        <p className="hidden text-xs text-muted lg:block pointer-coarse:hidden">
          ← ↓ → answer A, tie, B · Backspace takes back · N goes on · + − 0 zoom, Shift with arrows moves
          {inPlace && ' · I, A, B show'} · Esc stops
        </p>
        <div className="ml-auto flex gap-2">
          <Button
            className="pointer-coarse:h-11"
            aria-disabled={state.given.length === 0}
            onClick={() => onMove({ kind: 'undo' })}
          >
            <Undo2 aria-hidden />
            Undo last
          </Button>
          <Button className="pointer-coarse:h-11" onClick={() => onMove({ kind: 'next' })}>
            {open === 'instruction' && !state.answers[state.at]?.preservation ? 'Skip' : 'Next'}
          </Button>
        </div>
      </footer>
    </div>
  )
}

/** Fetches the next pair while this one is looked at. */
function usePreload(next: RoundPair<JudgedResult> | undefined, pictures: readonly PictureSize[], zoom: Zoom) {
  useEffect(() => {
    if (!next || !zoom.isReady()) return
    for (const frame of framesOfPair(next, pictures, 0)) {
      const level = pictureLevel(frame, zoom.pane().width * window.devicePixelRatio)
      new Image().src = pictureSource(frame, level).url
    }
  }, [next, pictures, zoom])
}
