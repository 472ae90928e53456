import 'server-only'
import type { Picture } from '../picture'

/** Rows worked on at once: float buffers of a strip of a 12-megapixel picture stay below 100 MB. */
const rows = 512

/**
 * Filters a large picture at its full size strip by strip, where a filter needs to see no further than `overlap` rows
 * around each pixel.
 */
export function inStrips(picture: Picture, overlap: number, filter: (strip: Picture) => Picture): Picture {
  const { pixels, width, height, channels } = picture
  if (height <= rows + 2 * overlap) return filter(picture)
  const row = width * channels
  const filtered = new Uint8Array(pixels.length)
  for (let top = 0; top < height; top += rows) {
    const end = Math.min(height, top + rows)
    const from = Math.max(0, top - overlap)
    const to = Math.min(height, end + overlap)
    const strip = filter({ ...picture, pixels: pixels.subarray(from * row, to * row), height: to - from })
    filtered.set(strip.pixels.subarray((top - from) * row, (end - from) * row), top * row)
  }
  return { ...picture, pixels: filtered }
}
