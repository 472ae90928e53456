'use client'
import { useCallback, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'

/** Facts of every picture the form has met, by id. Only grows: a picture that was removed may come back. */
export function usePictureStore(
  initial: readonly Asset[],
): [pictures: ReadonlyMap<string, Asset>, add: (pictures: readonly Asset[]) => void] {
  const [pictures, setPictures] = useState<ReadonlyMap<string, Asset>>(() => byId(initial))
  const add = useCallback(
    (more: readonly Asset[]) => setPictures((known) => new Map([...known, ...byId(more)])),
    [],
  )
  return [pictures, add]
}

function byId(pictures: readonly Asset[]): Map<string, Asset> {
  return new Map(pictures.map((picture) => [picture.id, picture]))
}
