'use client'

import { memo, type Dispatch, type SetStateAction } from 'react'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { BoardCell } from './board-cell'
import { BoardGrid, CellList } from './board-grid'
import type { BoardLayout } from './board-layout'
import type { BoardLook } from './board-toolbar'
import type { CellPictures } from './cell-pictures'
import type { CellMeasures } from './measure-texts'
import type { MeasuredPrediction } from './measured-prediction'
import type { bestCells } from './sort-cells'

const BoardTable = loadedWhenUsed(() => import('./board-table').then((code) => code.BoardTable))

export interface BoardCellsProps {
  run: RunView
  layout: BoardLayout
  look: BoardLook
  onLook: Dispatch<SetStateAction<BoardLook>>
  /** By position, like the pictures each was given. */
  predictions: readonly PredictionView[]
  /** Those that the filter leaves, in order. */
  shown: MeasuredPrediction[]
  given: readonly CellPictures[]
  measures: ReadonlyMap<number, CellMeasures>
  best: ReturnType<typeof bestCells>
  /** The position of the one cell that Tab comes to. */
  tabStop: number | undefined
  chosen: ReadonlySet<number>
  /** Some cells are of the sandbox and some are not. */
  showSandbox: boolean
  serverNow: number
}

/** The cells in the shape that was chosen. Drawn again only for what changes them, not when the viewer comes and goes. */
export const BoardCells = memo(function BoardCells(props: BoardCellsProps) {
  const { run, layout, look, predictions, shown, given, measures, best, tabStop, serverNow } = props
  const positions = shown.map(({ prediction }) => prediction.position)
  const { titles, pictures } = layout

  function cell(position: number, heading: { text: string; phoneOnly: boolean }) {
    const prediction = predictions[position]
    if (!prediction) return null
    return (
      <BoardCell
        // By the cell and not by the attempt, so that the focus stays when it is tried again.
        key={position}
        prediction={prediction}
        title={titles[position] ?? ''}
        headingText={heading.text}
        isHeadingForPhone={heading.phoneOnly}
        headingPicture={heading.phoneOnly ? undefined : pictures[position]}
        input={given[position]?.input}
        measures={measures.get(position)}
        isCurrent={position === tabStop}
        isChosen={props.chosen.has(position)}
        isFastest={best.fastest.has(position)}
        isCheapest={best.cheapest.has(position)}
        showSandbox={prediction.sandbox && props.showSandbox}
        serverNow={serverNow}
      />
    )
  }

  if (positions.length === 0)
    return (
      <p className="py-6 text-muted">
        {look.filter === 'starred' ? 'No cell is starred yet.' : 'Every cell is rejected.'}
      </p>
    )
  if (look.shape === 'table')
    return (
      <BoardTable
        run={run}
        cells={shown}
        titles={titles}
        best={best}
        order={look.order}
        onOrder={(order) => props.onLook((now) => ({ ...now, order }))}
        tabStop={tabStop}
        serverNow={serverNow}
      />
    )
  if (look.order.by === 'board' && look.filter === 'all') return <BoardGrid layout={layout} cell={cell} />
  return (
    <CellList positions={positions}>
      {(position) => cell(position, { text: titles[position] ?? '', phoneOnly: false })}
    </CellList>
  )
})
