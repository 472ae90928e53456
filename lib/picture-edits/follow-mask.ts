import type { PictureEdits } from './picture-edits'
import type { EditPlan } from './plan-edits'

/**
 * The edits by which a mask follows its picture: the same, but what is added is black (kept) or white (regenerated)
 * instead of the picture's fill.
 */
export function maskEdits(edits: PictureEdits, added: 'kept' | 'regenerated'): PictureEdits {
  const fill = added === 'kept' ? '#000000' : '#FFFFFF'
  return edits.extend ? { ...edits, extend: { ...edits.extend, fill } } : edits
}

/**
 * Rows `from` to `to` of a mask after the edits of its picture, each pixel the one mask pixel that lies under its middle:
 * a mask gets no values it did not have. What is added on the sides is not touched.
 *
 * @param mask    one byte per pixel, as large as the plan's picture
 * @param result  one byte per pixel, as large as the plan's output; written to
 */
export function followMask(
  mask: Uint8Array,
  result: Uint8Array,
  { picture, resized, output, origin, toPicture }: EditPlan,
  from = 0,
  to = output.height,
): void {
  const [a, b, c, d, e, f] = toPicture
  const last = { x: picture.width - 1, y: picture.height - 1 }
  const bottom = Math.min(to, origin.y + resized.height)
  for (let y = Math.max(from, origin.y); y < bottom; y++) {
    for (let x = origin.x; x < origin.x + resized.width; x++) {
      const column = Math.floor(a * (x + 0.5) + c * (y + 0.5) + e)
      const row = Math.floor(b * (x + 0.5) + d * (y + 0.5) + f)
      const inside =
        Math.min(Math.max(row, 0), last.y) * picture.width + Math.min(Math.max(column, 0), last.x)
      result[y * output.width + x] = mask[inside] ?? 0
    }
  }
}
