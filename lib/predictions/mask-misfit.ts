import type { Asset } from '@/lib/assets/asset'

/** Why a mask does not belong to a picture, as a sentence; undefined if it does. */
export function maskMisfit(mask: Asset, picture: Asset): string | undefined {
  if (mask.width === picture.width && mask.height === picture.height) return undefined
  const sizes = `${mask.width} × ${mask.height}, its picture ${picture.width} × ${picture.height}`
  return `The mask is ${sizes}. Give a mask of the picture’s own size.`
}
