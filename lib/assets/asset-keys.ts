import 'server-only'
import { assetSchema } from './asset'
import type { VariantWidth } from './asset-urls'

/** Where the bytes of pictures lie in the blob store, and back from there to the picture. */

export function isAssetId(id: string): boolean {
  return assetSchema.shape.id.safeParse(id).success
}

/** Two digits first: folders with tens of thousands of files are slow on some disks. */
export function pictureKey(id: string): string {
  return `pictures/${id.slice(0, 2)}/${id}`
}

export function variantKey(id: string, width: VariantWidth): string {
  return `variants/${id}/${width}.webp`
}

/** A picture, or a mask, as providers take it, where that is not the picture itself. */
export function providerKey(id: string, use: 'picture' | 'mask'): string {
  return `variants/${id}/provider-${use}.png`
}

/** Everything a sweep looks at. */
export const assetPrefixes = ['pictures/', 'variants/'] as const

/** The asset a key belongs to; undefined for keys of other things. */
export function assetIdOf(key: string): string | undefined {
  return /^(?:pictures\/..|variants)\/([0-9a-f]{64})(?:\/|$)/.exec(key)?.[1]
}
