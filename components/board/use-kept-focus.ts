'use client'

import { useEffect, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

/**
 * Keeps the focus on its cell: a browser drops it when an element is moved, and the viewer leaves it nowhere.
 *
 * @param order changes whenever the cells are put elsewhere
 * @param opened the position of the cell in the viewer, from when it is asked for until it is left
 * @param viewed the same as far as it is drawn, which may be later: the focus comes back once the viewer is gone
 * @returns what to hear focus events with
 */
export function useKeptFocus(
  root: RefObject<HTMLElement | null>,
  order: string,
  opened: number | undefined,
  viewed: number | undefined,
  onCurrent: (position: number) => void,
) {
  const last = useRef<number>(undefined)
  const wasViewed = useRef<number>(undefined)

  useLayoutEffect(() => {
    if (last.current !== undefined && document.activeElement === document.body)
      focusCell(root.current, last.current)
  }, [root, order])

  useEffect(() => {
    if (opened !== undefined) wasViewed.current = opened
  }, [opened])

  useEffect(() => {
    if (viewed === undefined && wasViewed.current !== undefined) {
      onCurrent(wasViewed.current)
      focusCell(root.current, wasViewed.current)
      wasViewed.current = undefined
    }
  }, [root, viewed, onCurrent])

  useEffect(() => {
    // Whoever goes elsewhere has left the cell for good.
    const left = (event: globalThis.FocusEvent) => {
      if (!root.current?.contains(event.target as Node)) last.current = undefined
    }
    document.addEventListener('focusin', left)
    return () => document.removeEventListener('focusin', left)
  }, [root])

  return (event: FocusEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    if (!cell) return
    last.current = Number(cell.dataset.cell)
    onCurrent(last.current)
  }
}

function focusCell(root: HTMLElement | null, position: number) {
  root?.querySelector<HTMLElement>(`[data-cell="${position}"]`)?.focus({ preventScroll: true })
}
