'use client'

import { Download, Pencil, SquareDashed, Star, ThumbsDown } from 'lucide-react'
import { memo, useMemo, useState, type KeyboardEvent } from 'react'
import type { PredictionView } from '@/lib/predictions/view'
import { rawAnswer } from '@/components/results/raw-answer'
import { useRunActions } from '@/components/results/run-actions'
import { Button, buttonClass } from '@/components/ui/button'
import { Viewer } from '@/components/viewer/viewer'
import { useQuickLeave } from '@/components/viewer/use-quick-leave'
import { ViewerDialog, viewerIcon } from '@/components/viewer/viewer-dialog'
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
export const BoardViewer = memo(function BoardViewer(props: BoardViewerProps) {
  const { predictions, given, titles, measures, position, among, isGrid, onPosition, onLeave } = props
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
  const { dialog, leave } = useQuickLeave(onLeave)

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
    <ViewerDialog
      dialog={dialog}
      title={titles[position] ?? ''}
      turn={turn}
      count={among.length}
      onTurn={(next) => goTo(among[next])}
      onLeave={leave}
      onKeyDown={onKeyDown}
      actions={
        <>
          <Button
            {...viewerIcon}
            aria-pressed={prediction.mark === 'star'}
            aria-label="Star"
            title="Star (*)"
            onClick={() => setMark(prediction, prediction.mark === 'star' ? null : 'star')}
          >
            <Star aria-hidden className={prediction.mark === 'star' ? 'fill-current' : undefined} />
          </Button>
          <Button
            {...viewerIcon}
            aria-pressed={prediction.mark === 'reject'}
            aria-label="Reject"
            title="Reject (R)"
            onClick={() => setMark(prediction, prediction.mark === 'reject' ? null : 'reject')}
          >
            <ThumbsDown aria-hidden className={prediction.mark === 'reject' ? 'fill-current' : undefined} />
          </Button>
          {raw && (
            <Button
              {...viewerIcon}
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
            className={buttonClass(viewerIcon)}
            aria-label={isRaw ? 'Download the model’s own answer' : 'Download'}
            title={isRaw ? 'Download the model’s own answer' : 'Download'}
            {...downloadOf(prediction, index, isRaw)}
          >
            <Download aria-hidden />
          </a>
          <Button
            {...viewerIcon}
            aria-label="Use as input"
            title="Use as input"
            onClick={() => {
              leave()
              editResult(asset)
            }}
          >
            <Pencil aria-hidden />
          </Button>
        </>
      }
    >
      <Viewer
        frames={frames}
        // In a batch each result goes with its own input.
        before={input && before?.startsWith('input-') ? inputFrameId(input) : before}
        after={shown}
        reference={input && inputFrameId(input)}
        layout={isGrid ? 'grid' : 'slider'}
        fill
        autoFocus
        onLeave={leave}
        onBeforeChange={setBefore}
        onAfterChange={(id) => {
          setAfter(id)
          const next = placeOfFrame(id)?.position
          if (next !== undefined) onPosition(next)
        }}
      />
    </ViewerDialog>
  )
})
