'use client'
import { useCallback, useState } from 'react'

/** The size of an element in CSS pixels, kept up to date; zero until it is drawn. */
export function usePaneSize(): [measure: (element: HTMLElement | null) => (() => void) | void, size: Size] {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [measure, size]
}

export interface Size {
  width: number
  height: number
}
