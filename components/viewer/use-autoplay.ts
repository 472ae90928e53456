import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'

/** 1.4 changes a second: quick enough to see a difference jump, well below the three flashes that can harm. */
const blinkMs = 700
const reducedMotion = '(prefers-reduced-motion: reduce)'

/** Goes on by itself while `active`, unless stopped or motion is unwelcome. */
export function useAutoplay(active: boolean, next: () => void) {
  const [choice, setChoice] = useState<boolean>()
  const reduced = useSyncExternalStore(
    subscribeToMotion,
    () => window.matchMedia(reducedMotion).matches,
    () => true,
  )
  const playing = active && (choice ?? !reduced)
  const go = useEffectEvent(next)

  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => go(), blinkMs)
    return () => clearInterval(timer)
  }, [playing])

  return { playing, setPlaying: setChoice }
}

function subscribeToMotion(changed: () => void): () => void {
  const query = window.matchMedia(reducedMotion)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
