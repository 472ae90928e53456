import { useEffect, useState, useSyncExternalStore } from 'react'

/** 1.4 changes a second: quick enough to see a difference jump, well below the three flashes that can harm. */
const blinkMs = 700
const reducedMotion = '(prefers-reduced-motion: reduce)'

export type BlinkSide = 'before' | 'after'

/** Which of two pictures is shown. Alternates by itself while `active`, unless stopped or motion is unwelcome. */
export function useBlink(active: boolean) {
  const [side, setSide] = useState<BlinkSide>('after')
  const [choice, setChoice] = useState<boolean>()
  const reduced = useSyncExternalStore(
    subscribeToMotion,
    () => window.matchMedia(reducedMotion).matches,
    () => true,
  )
  const playing = choice ?? !reduced

  useEffect(() => {
    if (!active || !playing) return
    const timer = setInterval(() => setSide(other), blinkMs)
    return () => clearInterval(timer)
  }, [active, playing])

  return {
    side,
    playing,
    setPlaying: setChoice,
    /** Shows the other one and leaves it there. */
    toggle: () => {
      setChoice(false)
      setSide(other)
    },
  }
}

export type Blink = ReturnType<typeof useBlink>

function other(side: BlinkSide): BlinkSide {
  return side === 'before' ? 'after' : 'before'
}

function subscribeToMotion(changed: () => void): () => void {
  const query = window.matchMedia(reducedMotion)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
