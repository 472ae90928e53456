import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Keys act while the focus is in the viewer: it takes the focus back when the control that had it is gone. `atFirst`: it
 * takes the focus when it appears.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>, atFirst: boolean): void {
  const focused = useRef<Element>(null)

  useEffect(() => {
    if (atFirst) root.current?.focus({ preventScroll: true })
  }, [atFirst, root])

  useEffect(() => {
    const element = root.current
    const remember = (event: FocusEvent) => (focused.current = event.target as Element)
    element?.addEventListener('focusin', remember)
    return () => element?.removeEventListener('focusin', remember)
  }, [root])

  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected || document.activeElement !== document.body) return
    focused.current = null
    root.current?.focus({ preventScroll: true })
  })
}
