'use client'
import { useEffect, useRef, type RefObject } from 'react'

/** Ctrl+Enter or ⌘+Enter runs: from anywhere in the form that holds `inside`, and from the page where nothing has focus. */
export function useRunKey(inside: RefObject<HTMLElement | null>, onRun: () => void): void {
  const latest = useRef(onRun)
  useEffect(() => {
    latest.current = onRun
  })

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
      if (!(event.target instanceof Element) || event.target.closest('dialog')) return
      const isOurs = event.target === document.body || inside.current?.closest('form')?.contains(event.target)
      if (!isOurs) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [inside])
}
