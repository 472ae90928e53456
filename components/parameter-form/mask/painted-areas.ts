'use client'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Asset } from '@/lib/assets/asset'
import type { PictureFacts } from '@/lib/models/pre-flight'
import type { Rectangle } from '@/lib/models/rectangle'
import { useFormContextValue } from '../form-context'
import type { PictureMasks } from './picture-masks'

/** What a small copy of a mask tells. */
export interface PaintedArea {
  /** About where it is painted, in the mask's own pixels; undefined where nothing can be seen. */
  painted: Rectangle | undefined
  /** How much of the picture is painted, from 0 to 1. */
  share: number
}

/** A mask is its bytes: it is looked at once. */
let areas: ReadonlyMap<string, PaintedArea> = new Map()
const asked = new Set<string>()
const listeners = new Set<() => void>()

/** The painted areas that are known by now. */
export function usePaintedAreas(): ReadonlyMap<string, PaintedArea> {
  return useSyncExternalStore(subscribe, snapshot, snapshot)
}

/** Facts of the pictures, of their masks with what is painted as soon as that is known. */
export function useFactsWithAreas(masks: PictureMasks | undefined): ReadonlyMap<string, PictureFacts> {
  const { pictures } = useFormContextValue()
  const known = usePaintedAreas()
  const ids = Object.values(masks ?? {}).join(' ')

  useEffect(() => {
    for (const id of ids.split(' ')) {
      const mask = pictures.get(id)
      if (mask) look(mask)
    }
  }, [ids, pictures])

  return useMemo(() => {
    const facts = new Map<string, PictureFacts>(pictures)
    for (const [id, { painted }] of known) {
      const mask = pictures.get(id)
      if (mask) facts.set(id, { ...mask, painted })
    }
    return facts
  }, [pictures, known])
}

function look(mask: Asset): void {
  if (asked.has(mask.id)) return
  asked.add(mask.id)
  import('./read-painted-area')
    .then(({ readPaintedArea }) => readPaintedArea(mask))
    .then(
      (area) => {
        areas = new Map([...areas, [mask.id, area]])
        listeners.forEach((listener) => listener())
      },
      // Then the note goes without numbers; the next mask or picture asks again.
      () => asked.delete(mask.id),
    )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function snapshot(): ReadonlyMap<string, PaintedArea> {
  return areas
}
