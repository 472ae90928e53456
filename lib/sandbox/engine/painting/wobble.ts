import 'server-only'
import { emptyFloat, type FloatPicture, type Plane } from '../pixels/float-picture'
import { clamp } from '../pixels/numbers'
import { noisePlane } from './noise-plane'

/** Outlines as a wet brush draws them: shifted to and fro by a few pixels, on the whole by none. */
export function wobbled(picture: FloatPicture, seed: number, scale: number): FloatPicture {
  const { width, height, data } = picture
  const across = centred(noisePlane(picture, seed + 1, 24 * scale, 3))
  const down = centred(noisePlane(picture, seed + 2, 24 * scale, 3))
  const moved = emptyFloat(width, height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const column = clamp(Math.round(x + across[at]! * 7 * scale), 0, width - 1)
      const row = clamp(Math.round(y + down[at]! * 7 * scale), 0, height - 1)
      const from = (row * width + column) * 3
      moved.data[at * 3] = data[from]!
      moved.data[at * 3 + 1] = data[from + 1]!
      moved.data[at * 3 + 2] = data[from + 2]!
    }
  return moved
}

function centred({ data }: Plane): Float32Array {
  let sum = 0
  for (const value of data) sum += value
  const mean = sum / data.length
  return data.map((value) => value - mean)
}
