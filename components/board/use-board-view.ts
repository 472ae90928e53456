'use client'

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { readBoardView, writeBoardView, type BoardView } from './view-address'

/** pushState tells nobody. */
const changed = 'boardviewchange'

export interface BoardViewState {
  /** What the viewer shows; undefined while it is closed. */
  shown: BoardView | undefined
  /** Another number each time the viewer is opened: the one before may still be about to be taken away. */
  opening: number
  open(view: BoardView): void
  /** Another cell, in the viewer that is open. */
  show(position: number): void
  leave(): void
}

/**
 * The viewer's state is the address, so that Back closes it and a link opens it. Only the part behind "#": the server is
 * not asked.
 */
export function useBoardView(cellCount: number): BoardViewState {
  const hash = useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => '',
  )
  const shown = useMemo(() => readBoardView(hash, cellCount), [hash, cellCount])
  const isOpen = shown !== undefined
  const [opening, setOpening] = useState({ isOpen, number: 0 })
  if (opening.isOpen !== isOpen) setOpening({ isOpen, number: opening.number + (isOpen ? 1 : 0) })
  const open = useCallback((view: BoardView) => {
    window.history.pushState({ isBoardView: true }, '', writeBoardView(view))
    window.dispatchEvent(new Event(changed))
  }, [])
  const show = useCallback(
    (position: number) => {
      const now = readBoardView(window.location.hash, cellCount)
      if (!now || now.position === position) return
      const isOurs = wasOpenedHere()
      window.history.replaceState({ isBoardView: isOurs }, '', writeBoardView({ ...now, position }))
      window.dispatchEvent(new Event(changed))
    },
    [cellCount],
  )
  const isLeaving = useRef(false)
  useEffect(() => {
    isLeaving.current = false
  }, [hash])
  const leave = useCallback(() => {
    // Going back takes a moment; asked twice it would leave the page.
    if (isLeaving.current) return
    if (wasOpenedHere()) {
      isLeaving.current = true
      return window.history.back()
    }
    // Came by a link: there is nothing of ours to go back to.
    const { pathname, search } = window.location
    window.history.replaceState(null, '', pathname + search)
    window.dispatchEvent(new Event(changed))
  }, [])
  return { shown, opening: opening.number, open, show, leave }
}

function wasOpenedHere(): boolean {
  return (window.history.state as { isBoardView?: boolean } | null)?.isBoardView === true
}

function subscribe(listener: () => void): () => void {
  const events = ['popstate', 'hashchange', changed]
  events.forEach((event) => window.addEventListener(event, listener))
  return () => events.forEach((event) => window.removeEventListener(event, listener))
}
