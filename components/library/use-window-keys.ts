'use client'
import { useEffect, useRef } from 'react'

export interface WindowKeys {
  selectAll(): void
  clear(): void
  /** Undefined where there is nothing to take back. */
  undo: (() => void) | undefined
}

/** Keys that work wherever the focus is, except in a field or a dialog, where they mean what they always do. */
export function useWindowKeys(keys: WindowKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event
      if (!(target instanceof Element) || event.altKey || event.defaultPrevented) return
      if (target.closest('input:not([type=checkbox]), textarea, select, dialog')) return
      const isCommand = event.ctrlKey || event.metaKey
      const { selectAll, clear, undo } = latest.current
      if (isCommand && !event.shiftKey && key.toLowerCase() === 'a') selectAll()
      else if (isCommand && !event.shiftKey && key.toLowerCase() === 'z' && undo) undo()
      else if (!isCommand && key === 'Escape') return clear()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
