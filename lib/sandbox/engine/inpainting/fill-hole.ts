import 'server-only'
import { asSharp, rawPicture, type Picture } from '../picture'
import { fromFloat, toFloat } from '../pixels/float-picture'
import { completePicture, type Continuation } from './complete'
import { boxAround, type Box } from './hole-box'

/** Larger pieces are filled at this many pixels a side, then drawn with the fine detail of where they came from. */
const longest = 1024

/**
 * Makes up a part of a picture from what surrounds it. Nothing outside the hole changes, and transparency stays as it is.
 *
 * @param hole 1 where the picture is to be made up, a number a pixel; not the whole picture
 */
export async function fillHole(
  picture: Picture,
  hole: Uint8Array,
  seed: number,
  continuation?: Continuation,
): Promise<Picture> {
  const box = boxAround(hole, picture)
  if (!box) return picture
  const piece = await rawPicture(asSharp(picture).removeAlpha().extract(box))
  const pieceHole = cutHole(hole, picture.width, box)
  const scale = longest / Math.max(box.width, box.height)
  const filled =
    scale >= 1
      ? fromFloat(completePicture(toFloat(piece), pieceHole, seed, continuation).picture)
      : await fillScaled(piece, pieceHole, { scale, seed, continuation })
  const { channels } = picture
  const pixels = new Uint8Array(picture.pixels)
  for (let at = 0; at < pieceHole.length; at++) {
    if (!pieceHole[at]) continue
    const x = box.left + (at % box.width)
    const y = box.top + Math.floor(at / box.width)
    const to = (y * picture.width + x) * channels
    for (let channel = 0; channel < 3; channel++) pixels[to + channel] = filled.pixels[at * 3 + channel]!
  }
  return { ...picture, pixels }
}

async function fillScaled(
  piece: Picture,
  hole: Uint8Array,
  { scale, seed, continuation }: { scale: number; seed: number; continuation: Continuation | undefined },
): Promise<Picture> {
  const { width, height } = piece
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
  // Linear, so that what has to go bleeds at most a pixel beyond the hole; the hole grows by as much.
  const small = toFloat(await rawPicture(asSharp(piece).resize({ ...size, fit: 'fill', kernel: 'linear' })))
  const smallHole = new Uint8Array(size.width * size.height)
  for (let at = 0; at < hole.length; at++) {
    if (!hole[at]) continue
    const x = Math.floor(((at % width) * size.width) / width)
    const y = Math.floor((Math.floor(at / width) * size.height) / height)
    for (let row = Math.max(0, y - 1); row <= Math.min(size.height - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(size.width - 1, x + 1); column++)
        smallHole[row * size.width + column] = 1
  }
  const { picture, origins } = completePicture(small, smallHole, seed, continuation)
  const enlarged = await rawPicture(
    asSharp(fromFloat(picture)).resize({ width, height, fit: 'fill', kernel: 'cubic' }),
  )
  return origins.length ? withDetail(enlarged, piece, hole, { origins, ...size }) : enlarged
}

/** Adds to each pixel of the hole the fine detail, lost by scaling, of the place it was copied from. */
function withDetail(
  enlarged: Picture,
  piece: Picture,
  hole: Uint8Array,
  small: { origins: Int32Array; width: number; height: number },
): Picture {
  const { width, height } = piece
  const pixels = new Uint8Array(enlarged.pixels)
  for (let at = 0; at < hole.length; at++) {
    if (!hole[at]) continue
    const x = at % width
    const y = Math.floor(at / width)
    const smallX = Math.floor((x * small.width) / width)
    const smallY = Math.floor((y * small.height) / height)
    const origin = small.origins[smallY * small.width + smallX]!
    if (origin < 0) continue
    const fromX = x + Math.round((((origin % small.width) - smallX) * width) / small.width)
    const fromY = y + Math.round(((Math.floor(origin / small.width) - smallY) * height) / small.height)
    const from = fromY * width + fromX
    if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height || hole[from]) continue
    for (let channel = 0; channel < 3; channel++) {
      const lost = piece.pixels[from * 3 + channel]! - enlarged.pixels[from * 3 + channel]!
      pixels[at * 3 + channel] = Math.min(255, Math.max(0, enlarged.pixels[at * 3 + channel]! + lost))
    }
  }
  return { ...enlarged, pixels }
}

function cutHole(hole: Uint8Array, width: number, box: Box): Uint8Array {
  const cut = new Uint8Array(box.width * box.height)
  for (let y = 0; y < box.height; y++) {
    const from = (box.top + y) * width + box.left
    cut.set(hole.subarray(from, from + box.width), y * box.width)
  }
  return cut
}
