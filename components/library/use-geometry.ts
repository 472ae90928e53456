'use client'
import { useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { geometryOf, tilesWithin, type Geometry } from './grid-geometry'

// On the server there is nothing to measure, and nobody to warn about it.
const useMeasureEffect = typeof window === 'undefined' ? () => {} : useLayoutEffect

/** Where the tiles lie; undefined until the grid is measured, before the browser first paints our script's work. */
export function useGeometry(element: HTMLElement | null): Geometry | undefined {
  const [geometry, setGeometry] = useState<Geometry>()
  useMeasureEffect(() => {
    if (!element) return
    const measure = () => {
      const { width, top } = element.getBoundingClientRect()
      const columns = Number(getComputedStyle(element).getPropertyValue('--columns')) || 1
      const next = geometryOf(width, columns, top + window.scrollY)
      setGeometry((known) => (known && isSame(known, next) ? known : next))
    }
    measure()
    // The body too: what stands above the grid may grow.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
  return geometry
}

function isSame(one: Geometry, other: Geometry): boolean {
  return (
    one.columns === other.columns &&
    Math.abs(one.tileWidth - other.tileWidth) < 0.1 &&
    Math.abs(one.top - other.top) < 0.5
  )
}

/** From the first to before the last. */
export interface TileRange {
  first: number
  end: number
}

/** Which tiles are to be drawn; a new object only when that changes, so that scrolling within a row draws nothing. */
export function useTilesInView(geometry: Geometry | undefined, tiles: number, atFirst: number): TileRange {
  const known = useRef<TileRange>({ first: 0, end: Math.min(tiles, atFirst) })
  const read = useCallback(() => {
    const next = geometry
      ? tilesWithin(geometry, { top: window.scrollY, height: window.innerHeight }, tiles)
      : { first: 0, end: Math.min(tiles, atFirst) }
    if (next.first !== known.current.first || next.end !== known.current.end) known.current = next
    return known.current
  }, [geometry, tiles, atFirst])
  return useSyncExternalStore(subscribe, read, () => known.current)
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('scroll', onChange, { passive: true })
  window.addEventListener('resize', onChange)
  return () => {
    window.removeEventListener('scroll', onChange)
    window.removeEventListener('resize', onChange)
  }
}
