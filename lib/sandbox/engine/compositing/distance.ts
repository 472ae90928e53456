import 'server-only'
import { emptyPlane, type Plane } from '../pixels/float-picture'

const far = 1e12

/**
 * How far each pixel is from the nearest one above one half, in pixels (Felzenszwalb and Huttenlocher, "Distance
 * transforms of sampled functions", 2012). Exact, and linear in the number of pixels.
 */
export function distanceTo(plane: Plane): Plane {
  const { width, height } = plane
  const squares = emptyPlane(width, height)
  for (let at = 0; at < plane.data.length; at++) squares.data[at] = plane.data[at]! > 0.5 ? 0 : far
  const line = new Float64Array(Math.max(width, height))
  const pass = lowerEnvelope(line.length)
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) line[y] = squares.data[y * width + x]!
    pass(line, height, (y, value) => (squares.data[y * width + x] = value))
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) line[x] = squares.data[y * width + x]!
    pass(line, width, (x, value) => (squares.data[y * width + x] = Math.sqrt(value)))
  }
  return squares
}

/** The least of parabolas standing on each place at the height of its value. */
function lowerEnvelope(longest: number) {
  const feet = new Int32Array(longest)
  const borders = new Float64Array(longest + 1)
  return (values: Float64Array, length: number, put: (at: number, value: number) => void) => {
    let last = 0
    feet[0] = 0
    borders[0] = -Infinity
    borders[1] = Infinity
    const meet = (one: number, other: number) =>
      (values[one]! + one * one - values[other]! - other * other) / (2 * (one - other))
    for (let at = 1; at < length; at++) {
      let border = meet(at, feet[last]!)
      while (border <= borders[last]!) border = meet(at, feet[--last]!)
      feet[++last] = at
      borders[last] = border
      borders[last + 1] = Infinity
    }
    let current = 0
    for (let at = 0; at < length; at++) {
      while (borders[current + 1]! < at) current++
      const foot = feet[current]!
      put(at, Math.min(far, (at - foot) ** 2 + values[foot]!))
    }
  }
}
