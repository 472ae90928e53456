import 'server-only'
import { coarseBlur } from '../pixels/coarse'
import type { Plane } from '../pixels/float-picture'

/** Which way the drawing runs at each pixel: along edges, as a unit vector, and how clear the edge is. */
export interface Flow {
  width: number
  height: number
  x: Float32Array
  y: Float32Array
  /** The size of the gradient, 0 where the picture is flat, up to about 4 at a hard edge. */
  strength: Float32Array
}

/** The smaller eigenvector of the structure tensor of Sobel gradients. @param sigma smooths the tensor, in pixels */
export function flowOf({ width, height, data }: Plane, sigma: number): Flow {
  const count = width * height
  const across = { width, height, data: new Float32Array(count) }
  const both = { width, height, data: new Float32Array(count) }
  const down = { width, height, data: new Float32Array(count) }
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width
    const row = y * width
    const below = Math.min(height - 1, y + 1) * width
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? x - 1 : 0
      const right = x < width - 1 ? x + 1 : x
      const dx =
        data[above + right]! + 2 * data[row + right]! + data[below + right]! -
        data[above + left]! - 2 * data[row + left]! - data[below + left]! // prettier-ignore
      const dy =
        data[below + left]! + 2 * data[below + x]! + data[below + right]! -
        data[above + left]! - 2 * data[above + x]! - data[above + right]! // prettier-ignore
      across.data[row + x] = dx * dx
      both.data[row + x] = dx * dy
      down.data[row + x] = dy * dy
    }
  }
  const [xx, xy, yy] = [across, both, down].map((plane) => coarseBlur(plane, sigma).data) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const flow = { width, height, x: across.data, y: both.data, strength: down.data }
  for (let at = 0; at < count; at++) {
    const difference = xx[at]! - yy[at]!
    const root = Math.sqrt(difference * difference + 4 * xy[at]! * xy[at]!)
    const largest = (xx[at]! + yy[at]! + root) / 2
    const x = largest - xx[at]!
    const y = -xy[at]!
    // The rounding of running sums can make what should be 0 a little less, of which a root is no number.
    const length = Math.sqrt(x * x + y * y)
    flow.strength[at] = Math.sqrt(Math.max(0, largest))
    flow.x[at] = length > 1e-9 ? x / length : 1
    flow.y[at] = length > 1e-9 ? y / length : 0
  }
  return flow
}
