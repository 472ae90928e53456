'use client'

import { useMemo, useState } from 'react'
import type { SharedResult, SharedView } from '@/lib/sharing/shared-view'
import { Viewer } from '@/components/viewer/viewer'
import { useQuickLeave } from '@/components/viewer/use-quick-leave'
import { ViewerDialog } from '@/components/viewer/viewer-dialog'
import { sharedFrames } from './shared-frames'
import { useSharedMeasures } from './use-shared-measures'

export interface SharedViewerProps {
  view: SharedView
  /** The result in hand. */
  result: SharedResult
  isGrid: boolean
  /** Another result is looked at: its number. */
  onResult(number: number): void
  onLeave(): void
}

/** The viewer over all results of a link, in the whole window. */
export function SharedViewer({ view, result, isGrid, onResult, onLeave }: SharedViewerProps) {
  const { results, inputs } = view
  const measures = useSharedMeasures(view, results)
  const frames = useMemo(() => sharedFrames(view, results, measures), [view, results, measures])
  const [first] = result.inputs
  const [chosenBefore, setBefore] = useState(first)
  const [after, setAfter] = useState(result.pictures[0]?.name ?? '')
  const isInput = (name: string | undefined) => inputs.some((input) => input.name === name)
  const isOwn = result.pictures.some(({ name }) => name === after)
  const turn = results.indexOf(result)
  const { dialog, leave } = useQuickLeave(onLeave)

  function goTo(next: SharedResult | undefined) {
    if (!next) return
    setAfter(next.pictures[0]?.name ?? '')
    onResult(next.number)
  }

  return (
    <ViewerDialog
      dialog={dialog}
      title={result.label}
      turn={turn}
      count={results.length}
      onTurn={(next) => goTo(results[next])}
      onLeave={leave}
    >
      <Viewer
        frames={frames}
        // Where each result has its own input, that goes with it.
        before={first && (chosenBefore === undefined || isInput(chosenBefore)) ? first : chosenBefore}
        after={isOwn || isInput(after) ? after : (result.pictures[0]?.name ?? '')}
        reference={first}
        layout={isGrid ? 'grid' : 'slider'}
        fill
        autoFocus
        onLeave={leave}
        onBeforeChange={setBefore}
        onAfterChange={(id) => {
          setAfter(id)
          const next = results.find(({ pictures }) => pictures.some(({ name }) => name === id))
          if (next) onResult(next.number)
        }}
      />
    </ViewerDialog>
  )
}
