import 'server-only'
import type { Plane } from '../pixels/float-picture'

/** Pieces of a cover that hang together (by sides, above `least`), as lists of pixel numbers. */
export function piecesOf({ width, height, data }: Plane, least: number): number[][] {
  const taken = new Uint8Array(data.length)
  const pieces: number[][] = []
  for (let start = 0; start < data.length; start++) {
    if (taken[start] || data[start]! <= least) continue
    const piece = [start]
    taken[start] = 1
    const reach = (at: number) => {
      if (taken[at] || data[at]! <= least) return
      taken[at] = 1
      piece.push(at)
    }
    for (let next = 0; next < piece.length; next++) {
      const at = piece[next]!
      const x = at % width
      if (x > 0) reach(at - 1)
      if (x < width - 1) reach(at + 1)
      if (at >= width) reach(at - width)
      if (at < width * (height - 1)) reach(at + width)
    }
    pieces.push(piece)
  }
  return pieces
}
