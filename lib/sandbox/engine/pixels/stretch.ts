import 'server-only'
import type { Picture } from '../picture'
import { emptyPlane, toFloat, type FloatPicture, type Plane } from './float-picture'

/** For each place along a longer or shorter side: the two old places around it, and how near it is to the second. */
export interface Samples {
  below: Int32Array
  above: Int32Array
  /** 0 to 1. */
  share: Float32Array
}

/** Bilinear places of `to` pixels on a side of `from` pixels; the edge's own pixels reach to the frame. */
export function samplesAlong(from: number, to: number): Samples {
  const samples = { below: new Int32Array(to), above: new Int32Array(to), share: new Float32Array(to) }
  for (let at = 0; at < to; at++) {
    const place = Math.min(from - 1, Math.max(0, ((at + 0.5) * from) / to - 0.5))
    const below = Math.floor(place)
    samples.below[at] = below
    samples.above[at] = Math.min(from - 1, below + 1)
    samples.share[at] = place - below
  }
  return samples
}

/** The row of a plane at the `y`-th sample, between two of its own. @param row as wide as the plane; written to */
export function rowBetween({ width, data }: Plane, down: Samples, y: number, row: Float32Array): void {
  const upper = down.below[y]! * width
  const lower = down.above[y]! * width
  const share = down.share[y]!
  for (let x = 0; x < width; x++) row[x] = data[upper + x]! + (data[lower + x]! - data[upper + x]!) * share
}

/** A plane stretched to exactly this size, bilinearly, at full precision. */
export function resizePlane(plane: Plane, width: number, height: number): Plane {
  if (plane.width === width && plane.height === height) return plane
  const resized = emptyPlane(width, height)
  const { below, above, share } = samplesAlong(plane.width, width)
  const down = samplesAlong(plane.height, height)
  const row = new Float32Array(plane.width)
  for (let y = 0, at = 0; y < height; y++) {
    rowBetween(plane, down, y, row)
    for (let x = 0; x < width; x++, at++) {
      const left = row[below[x]!]!
      resized.data[at] = left + (row[above[x]!]! - left) * share[x]!
    }
  }
  return resized
}

/** A smaller copy in floats, each of its pixels the mean of a square of this many pixels a side; squares at the edges are cut. */
export function reducePicture(picture: Picture, grain: number): FloatPicture {
  if (grain <= 1) return toFloat(picture)
  const { width, height, channels, pixels } = picture
  const reduced = {
    width: Math.ceil(width / grain),
    height: Math.ceil(height / grain),
    data: new Float32Array(Math.ceil(width / grain) * Math.ceil(height / grain) * 3),
  }
  for (let row = 0, to = 0; row < reduced.height; row++) {
    const top = row * grain
    const bottom = Math.min(height, (row + 1) * grain)
    for (let column = 0; column < reduced.width; column++, to += 3) {
      const left = column * grain
      const right = Math.min(width, (column + 1) * grain)
      let red = 0
      let green = 0
      let blue = 0
      for (let y = top; y < bottom; y++)
        for (let x = left, at = (y * width + left) * channels; x < right; x++, at += channels) {
          red += pixels[at]!
          green += pixels[at + 1]!
          blue += pixels[at + 2]!
        }
      const share = 1 / (255 * (bottom - top) * (right - left))
      reduced.data[to] = red * share
      reduced.data[to + 1] = green * share
      reduced.data[to + 2] = blue * share
    }
  }
  return reduced
}
