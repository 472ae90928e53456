import 'server-only'
import type { Plane } from '../pixels/float-picture'
import { resizePlane } from '../pixels/stretch'
import { piecesOf } from '../regions/pieces'

/** A cover without specks: pieces smaller than this share of the largest are gone. */
export function keepLargePieces(cover: Plane, leastShare = 1 / 40): Plane {
  const scale = Math.min(1, 512 / Math.max(cover.width, cover.height))
  const small = resizePlane(
    cover,
    Math.max(1, Math.round(cover.width * scale)),
    Math.max(1, Math.round(cover.height * scale)),
  )
  const pieces = piecesOf(small, 0.2)
  const largest = pieces.reduce((most, { length }) => Math.max(most, length), 0)
  const specks = pieces.filter(({ length }) => length < largest * leastShare)
  if (specks.length === 0) return cover
  const keep = new Float32Array(small.data.length).fill(1)
  for (const speck of specks) for (const at of speck) keep[at] = 0
  const kept = resizePlane({ ...small, data: keep }, cover.width, cover.height)
  return { ...cover, data: cover.data.map((share, at) => share * kept.data[at]!) }
}
