import type { Asset } from '@/lib/assets/asset'
import { variantUrl } from '@/lib/assets/asset-urls'
import type { Mask } from '@/lib/masks/mask'
import { boundsOf, coverageOf } from '@/lib/masks/mask-coverage'
import { maskFromLuma } from '@/lib/masks/mask-from-pixels'
import type { PaintedArea } from './painted-areas'

/** Of 255: what is darker in a small copy may be a trace of its compression. */
const visibleFrom = 24

/** Looks at a small copy of a mask. Fails where that can't be fetched or decoded. */
export async function readPaintedArea(mask: Asset): Promise<PaintedArea> {
  const response = await fetch(variantUrl(mask.id, 640))
  if (!response.ok) throw new Error(`The mask could not be fetched (${response.status}).`)
  const bitmap = await createImageBitmap(await response.blob())
  const { width, height } = bitmap
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser gave no memory to look at a mask in.')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return areaOf(maskFromLuma(context.getImageData(0, 0, width, height)), mask)
}

/** The painted area of a copy, in the pixels of the original. */
export function areaOf(copy: Mask, original: { width: number; height: number }): PaintedArea {
  const bounds = boundsOf(copy, visibleFrom)
  const { share } = coverageOf(copy)
  if (!bounds) return { painted: undefined, share }
  const [across, down] = [original.width / copy.width, original.height / copy.height]
  const left = Math.floor(bounds.x * across)
  const top = Math.floor(bounds.y * down)
  return {
    painted: {
      left,
      top,
      width: Math.ceil((bounds.x + bounds.width) * across) - left,
      height: Math.ceil((bounds.y + bounds.height) * down) - top,
    },
    share,
  }
}
