import { assetUrl, variantUrl, variantWidths } from '@/lib/assets/asset-urls'
import type { Frame } from './frame'

/** A file to draw a frame from. A greater `level` holds more pixels; the stored picture itself has level Infinity. */
export interface PictureSource {
  frame: Frame
  level: number
  url: string
}

/**
 * The smallest file that has `devicePixels` across, which is the stored picture itself as soon as no prepared width
 * has them all.
 */
export function pictureSource(frame: Frame, devicePixels: number): PictureSource {
  const level = variantWidths.find((width) => width >= devicePixels) ?? Infinity
  // A prepared width never holds more than the picture does, and is lossy: all its pixels means the picture itself.
  if (level === Infinity || devicePixels >= frame.width) {
    return { frame, level: Infinity, url: assetUrl(frame.assetId) }
  }
  return { frame, level, url: variantUrl(frame.assetId, level) }
}
