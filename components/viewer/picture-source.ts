import { assetUrl, variantUrl, variantWidths } from '@/lib/assets/asset-urls'
import type { Frame } from './frame'

/** A file to draw a frame from. A greater `level` holds more pixels; the stored picture itself has level Infinity. */
export interface PictureSource {
  frame: Frame
  level: number
  url: string
}

/**
 * The level of the smallest file that has `devicePixels` across, which is the stored picture itself as soon as no prepared
 * width has them all.
 */
export function pictureLevel(frame: Frame, devicePixels: number): number {
  // A prepared width never holds more than the picture does, and is lossy: all its pixels means the picture itself.
  if (devicePixels >= frame.width) return Infinity
  return variantWidths.find((width) => width >= devicePixels) ?? Infinity
}

export function pictureSource(frame: Frame, level: number): PictureSource {
  return {
    frame,
    level,
    url: level === Infinity ? assetUrl(frame.assetId) : variantUrl(frame.assetId, level),
  }
}
