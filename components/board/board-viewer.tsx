'use client'

import { ChevronLeft, ChevronRight, Download, Pencil, SquareDashed, Star, ThumbsDown, X } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { PredictionView } from '@/lib/predictions/view'
import { rawAnswer } from '@/components/results/raw-answer'
import { useRunActions } from '@/components/results/run-actions'
import { Button, buttonClass } from '@/components/ui/button'
import { Viewer } from '@/components/viewer/viewer'
import { downloadOf } from './cell-actions'
import type { CellPictures } from './cell-pictures'
import type { CellMeasures } from './measure-texts'
import { boardFrames, inputFrameId, outputFrameId, placeOfFrame, rawFrameId } from './viewer-frames'

export interface BoardViewerProps {
  /** By position, like the following. */
  predictions: readonly PredictionView[]
  given: readonly CellPictures[]
  titles: readonly string[]
  measures: ReadonlyMap<number, CellMeasures>
  /** The cell that is looked at. */
  position: number
  /** The cells that are compared. */
  among: readonly number[]
  /** Begins with all in a grid. */
  isGrid: boolean
  onPosition(position: number): void
  onLeave(): void
}

/** The viewer over a whole board, in the whole window: what was put in and all results, one of them in hand. */
export function BoardViewer(props: BoardViewerProps) {
  const { predictions, given, titles, measures, position, among, isGrid, onPosition, onLeave } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const { setMark, editResult } = useRunActions()
  const prediction = predictions[position]
  const [showsRaw, setShowsRaw] = useState(false)
  const frames = useMemo(
    () => boardFrames({ predictions, given, titles, measures }, among, showsRaw ? position : undefined),
    [predictions, given, titles, measures, among, showsRaw, position],
  )
  const [after, setAfter] = useState(outputFrameId(position, 0))
  const input = given[position]?.input
  const [before, setBefore] = useState(input && inputFrameId(input))
  const isShown = placeOfFrame(after)?.position === position && frames.some(({ id }) => id === after)
  const shown = isShown ? after : outputFrameId(position, 0)
  const { index = 0, isRaw = false } = placeOfFrame(shown) ?? {}
  const asset = prediction?.assets[index]
  const raw = prediction && rawAnswer(prediction, index)
  const turn = among.indexOf(position)

  // Before the viewer takes the focus.
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    if (!prediction || event.ctrlKey || event.metaKey || event.altKey) return
    const mark = event.key === '*' ? 'star' : event.key.toLowerCase() === 'r' ? 'reject' : undefined
    if (mark) setMark(prediction, prediction.mark === mark ? null : mark)
  }

  function goTo(next: number | undefined) {
    if (next === undefined) return
    setAfter(outputFrameId(next, 0))
    onPosition(next)
  }

  if (!prediction || !asset) return null
  return (
    <dialog
      ref={dialog}
      aria-label="Compare results"
      onCancel={(event) => {
        event.preventDefault()
        onLeave()
      }}
      // Before the person has done anything on the page, a browser closes it without asking.
      onClose={onLeave}
      onKeyDown={onKeyDown}
      className="m-0 h-dvh max-h-none w-screen max-w-none bg-canvas text-text"
    >
      <div className="flex h-full flex-col gap-2 p-3">
        <header className="flex flex-wrap items-center gap-1.5">
          {/* On a phone the name and the way back share the first line. */}
          <h2 className="-order-1 line-clamp-2 min-w-0 flex-1 basis-[calc(100%-3.5rem)] text-sm font-semibold [overflow-wrap:anywhere] sm:basis-40">
            {titles[position]}
          </h2>
          <Button
            {...icon}
            aria-label="Previous result"
            disabled={turn <= 0}
            onClick={() => goTo(among[turn - 1])}
          >
            <ChevronLeft aria-hidden />
          </Button>
          <span className="text-xs text-muted tabular-nums">
            {turn + 1} of {among.length}
          </span>
          <Button
            {...icon}
            aria-label="Next result"
            disabled={turn >= among.length - 1}
            onClick={() => goTo(among[turn + 1])}
          >
            <ChevronRight aria-hidden />
          </Button>
          <Button
            {...icon}
            aria-pressed={prediction.mark === 'star'}
            aria-label="Star"
            title="Star (*)"
            onClick={() => setMark(prediction, prediction.mark === 'star' ? null : 'star')}
          >
            <Star aria-hidden className={prediction.mark === 'star' ? 'fill-current' : undefined} />
          </Button>
          <Button
            {...icon}
            aria-pressed={prediction.mark === 'reject'}
            aria-label="Reject"
            title="Reject (R)"
            onClick={() => setMark(prediction, prediction.mark === 'reject' ? null : 'reject')}
          >
            <ThumbsDown aria-hidden className={prediction.mark === 'reject' ? 'fill-current' : undefined} />
          </Button>
          {raw && (
            <Button
              {...icon}
              aria-pressed={isRaw}
              aria-label="Model’s own answer"
              title="Model’s own answer, before it was put back into the original"
              onClick={() => {
                setShowsRaw(!isRaw)
                setAfter(isRaw ? outputFrameId(position, index) : rawFrameId(position, index))
              }}
            >
              <SquareDashed aria-hidden />
            </Button>
          )}
          <a
            className={buttonClass(icon)}
            aria-label={isRaw ? 'Download the model’s own answer' : 'Download'}
            title={isRaw ? 'Download the model’s own answer' : 'Download'}
            {...downloadOf(prediction, index, isRaw)}
          >
            <Download aria-hidden />
          </a>
          <Button
            {...icon}
            aria-label="Use as input"
            title="Use as input"
            onClick={() => {
              onLeave()
              editResult(asset)
            }}
          >
            <Pencil aria-hidden />
          </Button>
          <Button
            {...icon}
            className={`-order-1 sm:order-none ${icon.className}`}
            aria-label="Back to the board"
            title="Back to the board (Esc)"
            onClick={onLeave}
          >
            <X aria-hidden />
          </Button>
        </header>
        <div className="min-h-0 flex-1">
          <Viewer
            frames={frames}
            // In a batch each result goes with its own input.
            before={input && before?.startsWith('input-') ? inputFrameId(input) : before}
            after={shown}
            reference={input && inputFrameId(input)}
            layout={isGrid ? 'grid' : 'slider'}
            fill
            autoFocus
            onLeave={onLeave}
            onBeforeChange={setBefore}
            onAfterChange={(id) => {
              setAfter(id)
              const next = placeOfFrame(id)?.position
              if (next !== undefined) onPosition(next)
            }}
          />
        </div>
      </div>
    </dialog>
  )
}

const icon = {
  variant: 'quiet',
  size: 'icon-medium',
  className: 'pointer-coarse:size-11 aria-pressed:text-accent-text',
} as const
