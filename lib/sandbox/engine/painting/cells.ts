import 'server-only'
import { lumaOf, type FloatPicture, type Plane } from '../pixels/float-picture'
import { randomNumbers } from '../random'

/** A picture cut into pieces around points (a Voronoi diagram). */
export interface Cells {
  /** Which piece each pixel lies in. */
  piece: Int32Array
  /** How far each pixel is from the next piece, in pixels. */
  rim: Float32Array
  /** The mean colour of each piece, red, green and blue from 0 to 1. */
  colours: Float32Array
}

/**
 * @param side of a piece, in pixels; where there is detail, or a face, pieces are cut in four or nine
 */
export function cellsOf(picture: FloatPicture, seed: number, side: number, faces?: Plane): Cells {
  const { width, height } = picture
  const random = randomNumbers(seed)
  const luma = lumaOf(picture)
  const [columns, rows] = [Math.ceil(width / side) + 2, Math.ceil(height / side) + 2]
  const points: number[] = []
  const firstOf = new Int32Array(columns * rows + 1)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      firstOf[row * columns + column] = points.length / 2
      const left = (column - 1) * side
      const top = (row - 1) * side
      const x = Math.min(width - 1, Math.max(0, Math.round(left + side / 2)))
      const y = Math.min(height - 1, Math.max(0, Math.round(top + side / 2)))
      const at = y * width + x
      const cuts = (faces?.data[at] ?? 0) > 0.4 ? 3 : detailAround(luma, x, y, side / 2) > 0.3 ? 2 : 1
      for (let part = 0; part < cuts * cuts; part++) {
        points.push(left + ((part % cuts) + 0.15 + 0.7 * random()) * (side / cuts))
        points.push(top + (Math.floor(part / cuts) + 0.15 + 0.7 * random()) * (side / cuts))
      }
    }
  firstOf[columns * rows] = points.length / 2
  const places = Float32Array.from(points)
  const piece = new Int32Array(width * height)
  const rim = new Float32Array(width * height)
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / side) + 1
    for (let x = 0; x < width; x++, at++) {
      const column = Math.floor(x / side) + 1
      let nearest = Infinity
      let second = Infinity
      let mine = 0
      for (let near = Math.max(0, row - 1); near <= Math.min(rows - 1, row + 1); near++) {
        const from = firstOf[near * columns + Math.max(0, column - 1)]!
        const to = firstOf[near * columns + Math.min(columns - 1, column + 1) + 1]!
        for (let point = from; point < to; point++) {
          const dx = places[point * 2]! - x
          const dy = places[point * 2 + 1]! - y
          const distance = dx * dx + dy * dy
          if (distance < nearest) {
            second = nearest
            nearest = distance
            mine = point
          } else if (distance < second) second = distance
        }
      }
      piece[at] = mine
      rim[at] = Math.sqrt(second) - Math.sqrt(nearest)
    }
  }
  return { piece, rim, colours: meanColours(picture, piece, points.length / 2) }
}

/** How much is drawn in a square around a pixel: the root mean square of Sobel gradients at every second pixel. */
function detailAround({ width, height, data }: Plane, x: number, y: number, reach: number): number {
  let sum = 0
  let count = 0
  const [top, bottom] = [Math.max(1, Math.round(y - reach)), Math.min(height - 1, y + reach)]
  const [left, right] = [Math.max(1, Math.round(x - reach)), Math.min(width - 1, x + reach)]
  for (let row = top; row < bottom; row += 2)
    for (let column = left; column < right; column += 2) {
      const at = row * width + column
      const above = at - width
      const below = at + width
      const rising = data[below - 1]! - data[above + 1]!
      const falling = data[below + 1]! - data[above - 1]!
      const across = falling - rising + 2 * (data[at + 1]! - data[at - 1]!)
      const down = falling + rising + 2 * (data[below]! - data[above]!)
      sum += across * across + down * down
      count++
    }
  return Math.sqrt(sum / Math.max(1, count))
}

/** The mean colour of all pixels of each piece. */
export function meanColours({ data }: FloatPicture, piece: Int32Array, pieces: number): Float32Array {
  const colours = new Float32Array(pieces * 3)
  const counts = new Int32Array(pieces)
  for (let at = 0; at < piece.length; at++) {
    const to = piece[at]! * 3
    colours[to]! += data[at * 3]!
    colours[to + 1]! += data[at * 3 + 1]!
    colours[to + 2]! += data[at * 3 + 2]!
    counts[piece[at]!]!++
  }
  for (let at = 0; at < colours.length; at++) colours[at]! /= Math.max(1, counts[Math.floor(at / 3)]!)
  return colours
}
