'use client'

import type { KeyboardEvent, RefObject } from 'react'
import type { PredictionView } from '@/lib/predictions/view'
import { useRunActions } from '@/components/results/run-actions'
import type { BoardActions } from './board-context'
import { arrowDirections, boardActionOf } from './board-keys'
import { nearestBox, type Direction } from './nearest-cell'

/** The keys of a board, wherever in a cell the focus is. */
export function useBoardKeys(
  root: RefObject<HTMLElement | null>,
  predictions: readonly PredictionView[],
  { open, choose }: BoardActions,
) {
  const { setMark } = useRunActions()
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.target as HTMLElement
    const cell = target.closest<HTMLElement>('[data-cell]')
    const prediction = predictions[Number(cell?.dataset.cell)]
    if (!cell || !prediction || !root.current) return
    const isDone = prediction.status === 'completed'
    const direction = arrowDirections[event.key]
    const action = boardActionOf(event.key)
    if (direction) focusNearest(root.current, cell, direction)
    else if (event.key === 'Home' || event.key === 'End') focusEnd(root.current, event.key)
    // A button in the cell takes Enter itself.
    else if (event.key === 'Enter' && target === cell && isDone) open(prediction.position)
    else if (!isDone || !action) return
    else if (action === 'choose') choose(prediction.position)
    else setMark(prediction, prediction.mark === action ? null : action)
    event.preventDefault()
  }
}

function focusEnd(root: HTMLElement, key: 'Home' | 'End') {
  const cells = root.querySelectorAll<HTMLElement>('[data-cell]')
  cells[key === 'Home' ? 0 : cells.length - 1]?.focus()
}

function focusNearest(root: HTMLElement, cell: HTMLElement, direction: Direction) {
  const cells = [...root.querySelectorAll<HTMLElement>('[data-cell]')]
  const boxes = cells.map((one) => one.getBoundingClientRect())
  cells[nearestBox(boxes, cells.indexOf(cell), direction)]?.focus()
}
