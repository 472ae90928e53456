import 'server-only'
import { defineOperation, type Mask } from '../operation'
import { fillHole } from '../fill-hole'
import { asSharp, rawPicture, type Picture } from '../picture'

/** Holes are filled on a piece of at most this many pixels a side; larger pieces are scaled. */
const longest = 1024

export const fillMask = defineOperation({
  name: 'remove what a mask covers',
  pattern:
    /\b(?:(?:remove|delete|drop)(?! (?:all )?(?:the )?colou?rs?\b)|eras(?:e|ing)|get rid of|take (?:out|away)|clean up|wipe (?:out|away)|fill(?: in)?|inpaint|heal)\b/,
  example: 'remove it (with a mask over it)',
  kind: 'repair',
  read: ({ hasMask }) => (hasMask ? {} : undefined),
  describe: () => 'filled the masked place from what surrounds it (nothing new is imagined here)',
  async apply(picture, _, { mask, seed }) {
    const piece = mask && pieceAround(mask)
    if (!piece) return picture
    const { left, top, width, height } = piece
    const scale = Math.min(1, longest / Math.max(width, height))
    const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale), fit: 'fill' as const }
    const cut = await rawPicture(asSharp(picture).extract(piece).resize(size))
    const hole = new Uint8Array(cut.width * cut.height)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if (mask.values[(top + y) * mask.width + left + x]! > 0)
          hole[Math.floor(y * scale) * cut.width + Math.floor(x * scale)] = 1
    const filled = await fillHole(cut, hole, seed)
    const full = await rawPicture(asSharp(filled).resize({ width, height, fit: 'fill' }))
    return pasteInto(picture, full, left, top)
  },
})

/** The box around what the mask marks, with as much again on each side, within the picture. */
function pieceAround({ values, width, height }: Mask) {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (values[y * width + x]! > 0) {
        if (x < left) left = x
        if (x > right) right = x
        if (y < top) top = y
        if (y > bottom) bottom = y
      }
  if (right < 0) return undefined
  const margin = Math.max(24, right - left, bottom - top)
  const [x, y] = [Math.max(0, left - margin), Math.max(0, top - margin)]
  return {
    left: x,
    top: y,
    width: Math.min(width, right + margin + 1) - x,
    height: Math.min(height, bottom + margin + 1) - y,
  }
}

function pasteInto(picture: Picture, piece: Picture, left: number, top: number): Picture {
  const pixels = new Uint8Array(picture.pixels)
  const row = piece.width * picture.channels
  for (let y = 0; y < piece.height; y++)
    pixels.set(
      piece.pixels.subarray(y * row, (y + 1) * row),
      ((top + y) * picture.width + left) * picture.channels,
    )
  return { ...picture, pixels }
}
