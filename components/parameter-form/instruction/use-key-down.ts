'use client'
import { useEffect, useRef, type RefObject } from 'react'

/** Listens in the box itself, before the form and the page do. */
export function useKeyDown(
  box: RefObject<HTMLTextAreaElement | null>,
  onKeyDown: (event: KeyboardEvent) => void,
): void {
  const latest = useRef(onKeyDown)
  useEffect(() => {
    latest.current = onKeyDown
  })
  useEffect(() => {
    const element = box.current
    const listener = (event: KeyboardEvent) => latest.current(event)
    element?.addEventListener('keydown', listener)
    return () => element?.removeEventListener('keydown', listener)
  }, [box])
}
