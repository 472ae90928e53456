'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

const pauseMs = 100

/** State that changes at most ten times a second, to the newest value: while one scrolls, what is only passed is not asked for. */
export function useSettledState<T>(atFirst: T): [T, (value: T) => void] {
  const [settled, setSettled] = useState(atFirst)
  const latest = useRef(atFirst)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const set = useCallback((value: T) => {
    latest.current = value
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      setSettled(latest.current)
    }, pauseMs)
  }, [])
  // Cleared to undefined: in development effects run twice, and a cleared timer would never be set again.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return [settled, set]
}
