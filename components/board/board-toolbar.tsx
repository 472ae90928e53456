'use client'

import { ArrowDownUp, Columns2, X } from 'lucide-react'
import type { Asset } from '@/lib/assets/asset'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { JudgeBlindButton } from '@/components/judging/judge-blind-button'
import { Button } from '@/components/ui/button'
import { BoardShapePicker, type BoardShape } from './board-shape-picker'
import { ExportMenu } from './export-menu'
import { measuresIn, type CellMeasures } from './measure-texts'
import { sortKeys, type SortKey, type SortOrder } from './sort-cells'

/** How the person looks at the board. */
export interface BoardLook {
  shape: BoardShape
  order: SortOrder
  filter: 'all' | 'starred' | 'kept'
}

export interface BoardToolbarProps {
  run: RunView
  predictions: PredictionView[]
  pictures: Asset[]
  measures: ReadonlyMap<number, CellMeasures>
  titles: readonly string[]
  /** How many cells stand beside each other on a contact sheet. */
  columns: number
  look: BoardLook
  onLook(look: BoardLook): void
  /** Positions of the cells that "Compare" shows. */
  compared: number[]
  chosenCount: number
  onClearChosen(): void
  onCompare(): void
}

const selectClass =
  'h-9 min-w-0 max-w-36 truncate rounded-md border border-line bg-panel px-2 text-text pointer-coarse:h-11'

/** What can be done with the board as a whole. */
export function BoardToolbar(props: BoardToolbarProps) {
  const { run, predictions, pictures, measures, titles, columns, look, onLook } = props
  const { compared, chosenCount, onClearChosen, onCompare } = props
  const { order, filter } = look
  const hasMask = [...measures.values()].some((one) => measuresIn(one)?.changedOutsideMask !== undefined)
  const keys = (Object.keys(sortKeys) as SortKey[]).filter((key) => key !== 'changedOutsideMask' || hasMask)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        className="pointer-coarse:h-11"
        disabled={compared.length === 0}
        title="Opens the viewer over these results and what they were made of"
        onClick={onCompare}
      >
        <Columns2 aria-hidden /> Compare{chosenCount > 1 && ` ${compared.length} chosen`}
      </Button>
      {chosenCount > 0 && (
        <Button className="pointer-coarse:h-11" variant="quiet" onClick={onClearChosen}>
          <X aria-hidden /> Choose none
        </Button>
      )}
      <JudgeBlindButton run={{ ...run, predictions }} pictures={pictures} titles={titles} />
      <ExportMenu {...{ run, predictions, pictures, measures, titles, columns }} />
      <div className="flex min-w-0 flex-wrap items-center gap-2 sm:ml-auto">
        <select
          aria-label="Show"
          className={selectClass}
          value={filter}
          onChange={(event) => onLook({ ...look, filter: event.target.value as BoardLook['filter'] })}
        >
          <option value="all">All cells</option>
          <option value="starred">Starred</option>
          <option value="kept">Not rejected</option>
        </select>
        <div className="flex min-w-0 items-center">
          <select
            aria-label="Sort by"
            className={selectClass}
            value={order.by}
            onChange={(event) =>
              onLook({ ...look, order: { by: event.target.value as SortKey, turned: false } })
            }
          >
            {keys.map((key) => (
              <option key={key} value={key}>
                {sortKeys[key].name}
              </option>
            ))}
          </select>
          <Button
            variant="quiet"
            size="icon-medium"
            className={order.by === 'board' ? 'invisible max-sm:hidden' : 'pointer-coarse:size-11'}
            aria-label="The other end first"
            title="The other end first"
            aria-pressed={order.turned}
            onClick={() => onLook({ ...look, order: { ...order, turned: !order.turned } })}
          >
            <ArrowDownUp aria-hidden />
          </Button>
        </div>
        <BoardShapePicker shape={look.shape} onChange={(shape) => onLook({ ...look, shape })} />
      </div>
    </div>
  )
}
