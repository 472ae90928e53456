import { useSyncExternalStore } from 'react'

/** Device pixels per CSS pixel, kept up to date when the browser is zoomed or moves to another screen. */
export function useDevicePixelRatio(): number {
  return useSyncExternalStore(
    subscribe,
    () => window.devicePixelRatio || 1,
    () => 1,
  )
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}
