'use client'

import { useEffect, useMemo } from 'react'
import type { SharedResult, SharedView } from '@/lib/sharing/shared-view'
import { BoardGrid, CellList } from '@/components/board/board-grid'
import type { BoardLayout } from '@/components/board/board-layout'
import { useBoardView } from '@/components/board/use-board-view'
import { Button } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { SharedCell } from './shared-cell'

const SharedViewer = loadedWhenUsed(() => import('./shared-viewer').then((code) => code.SharedViewer))

/** All results at a glance, where the run's plan puts them if that may be told; a press opens the viewer. */
export function SharedBoard({ view, layout }: { view: SharedView; layout: BoardLayout | null }) {
  const { results } = view
  const byPosition = useMemo(() => new Map(results.map((result) => [result.number - 1, result])), [results])
  const shown = useBoardView(Math.max(...results.map(({ number }) => number)))
  const viewed = shown.shown && byPosition.get(shown.shown.position)
  useEffect(() => SharedViewer.preload(), [])

  function cell(result: SharedResult | undefined, heading: string, isHeadingForPhone: boolean) {
    return (
      result && (
        <SharedCell
          result={result}
          heading={heading}
          isHeadingForPhone={isHeadingForPhone}
          onOpen={() => shown.open({ position: result.number - 1 })}
        />
      )
    )
  }

  return (
    <section aria-label="Board" className="grid min-w-0 grid-cols-1 gap-3">
      <h2 className="sr-only">Board</h2>
      <div>
        <Button
          className="pointer-coarse:h-11"
          title="Opens the viewer over all results"
          onClick={() => shown.open({ position: (results[0]?.number ?? 1) - 1, isGrid: true })}
        >
          Compare all {results.length}
        </Button>
      </div>
      {layout ? (
        <BoardGrid
          layout={layout}
          cell={(position, { text, phoneOnly }) => cell(byPosition.get(position), text, phoneOnly)}
        />
      ) : (
        <CellList positions={[...byPosition.keys()]}>
          {(position) => {
            const result = byPosition.get(position)
            return cell(result, result?.label ?? '', false)
          }}
        </CellList>
      )}
      {viewed && (
        <SharedViewer
          view={view}
          result={viewed}
          isGrid={shown.shown?.isGrid === true}
          onResult={(number) => shown.show(number - 1)}
          onLeave={shown.leave}
        />
      )}
    </section>
  )
}
