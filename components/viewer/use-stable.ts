import { useCallback, useLayoutEffect, useRef } from 'react'

/** The newest of a callback, as a function that stays the same: for parts that must not render again for it. */
export function useStable<A extends unknown[]>(callback: (...args: A) => void): (...args: A) => void {
  const newest = useRef(callback)
  useLayoutEffect(() => {
    newest.current = callback
  })
  return useCallback((...args: A) => newest.current(...args), [])
}
