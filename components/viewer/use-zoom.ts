import { useSyncExternalStore } from 'react'
import type { Zoom } from './zoom'

/** What React draws of a zoom: it renders again only where one of these changes, not with every step of a drag. */
export function useIsMovable(zoom: Zoom): boolean {
  return useSyncExternalStore(zoom.subscribe, () => zoom.shown().movable, nothing)
}

export function useIsFitted(zoom: Zoom): boolean {
  return useSyncExternalStore(zoom.subscribe, () => zoom.shown().fitted, nothing)
}

/** Whether a layout has been measured, so that there is something to draw on. */
export function useIsReady(zoom: Zoom): boolean {
  return useSyncExternalStore(zoom.subscribe, zoom.isReady, nothing)
}

/** Screen pixels per pixel of the after picture, in percent; undefined before there is anything to draw. */
export function usePercent(zoom: Zoom): number | undefined {
  return useSyncExternalStore(
    zoom.subscribe,
    () => (zoom.isReady() ? percentOf(zoom) : undefined),
    () => undefined,
  )
}

export function percentOf(zoom: Zoom): number {
  return Math.round((zoom.shown().scale / zoom.actual()) * 100)
}

const nothing = () => false
