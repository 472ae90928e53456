'use client'
import { useEffect, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { variantUrl } from '@/lib/assets/asset-urls'
import { loadPicture } from './load-picture'
import { mainColours } from './main-colours'

/** The main colours of a picture; none until they are known, or if it can't be loaded. */
export function useMainColours(picture: Asset | undefined, count: number): string[] {
  const [found, setFound] = useState<{ id: string; colours: string[] }>()
  const id = picture?.id

  useEffect(() => {
    if (!id) return
    let isGone = false
    loadPicture(variantUrl(id, 160)).then(
      (image) => {
        if (!isGone) setFound({ id, colours: coloursOf(image, count) })
      },
      // Swatches are a convenience: without them the picker still picks.
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [id, count])

  return found?.id === id ? (found?.colours ?? []) : []
}

function coloursOf(image: HTMLImageElement, count: number): string[] {
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return []
  context.drawImage(image, 0, 0)
  return mainColours(context.getImageData(0, 0, canvas.width, canvas.height).data, count)
}
