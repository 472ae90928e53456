import { useSyncExternalStore, type RefObject } from 'react'

/** Full screen for one element. `supported` is false where the browser has no such thing, as on an iPhone. */
export function useFullscreen(element: RefObject<HTMLElement | null>) {
  const supported = useSyncExternalStore(
    subscribe,
    () => document.fullscreenEnabled === true,
    () => false,
  )
  const active = useSyncExternalStore(
    subscribe,
    () => element.current !== null && document.fullscreenElement === element.current,
    () => false,
  )

  function toggle() {
    if (!supported) return
    // Either may be refused by the browser; then nothing changes, which the person sees.
    const done = active ? document.exitFullscreen() : element.current?.requestFullscreen()
    done?.catch(() => undefined)
  }

  return { supported, active, toggle }
}

function subscribe(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed)
  return () => document.removeEventListener('fullscreenchange', changed)
}
