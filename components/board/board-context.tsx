'use client'

import { createContext, use } from 'react'

/** What a cell can ask of its board. The same functions while the board lives, so that no cell is drawn anew for them. */
export interface BoardActions {
  /** Opens the viewer at this cell. */
  open(position: number): void
  /** Chooses the cell for comparing, or no longer. */
  choose(position: number): void
  /** Shows what else can be done with the cell, beside the button that was pressed. */
  openMenu(position: number, button: HTMLElement): void
}

export const BoardActionsContext = createContext<BoardActions | undefined>(undefined)

export function useBoardActions(): BoardActions {
  const actions = use(BoardActionsContext)
  if (!actions) throw new Error('A cell stands on a <Board>.')
  return actions
}
