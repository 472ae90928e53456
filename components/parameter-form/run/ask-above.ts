'use client'
import { useSyncExternalStore } from 'react'

const key = 'diptych:ask-above-cents'
const usual = 50
const changed = new Set<() => void>()

/** US cents above which a run asks first; undefined where the person wants never to be asked. */
export function readAskAbove(): number | undefined {
  try {
    return parse(localStorage.getItem(key))
  } catch {
    // Storage is switched off in this browser.
    return usual
  }
}

function parse(text: string | null): number | undefined {
  if (text === 'never') return undefined
  const cents = Number(text ?? usual)
  return Number.isFinite(cents) && cents >= 0 ? cents : usual
}

export function writeAskAbove(cents: number | undefined): void {
  try {
    localStorage.setItem(key, cents === undefined ? 'never' : String(cents))
  } catch {
    // Then the usual limit stays.
  }
  changed.forEach((listener) => listener())
}

/** The limit, the same in all tabs. */
export function useAskAbove(): number | undefined {
  return useSyncExternalStore(subscribe, readAskAbove, () => usual)
}

function subscribe(listener: () => void): () => void {
  changed.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    changed.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
