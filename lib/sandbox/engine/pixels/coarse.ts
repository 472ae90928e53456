import 'server-only'
import { gaussianBlur } from './blur'
import { emptyPlane, mergePlanes, planeOf, type FloatPicture, type Plane } from './float-picture'
import { resizePlane } from './stretch'

/**
 * A plane of something soft, reckoned at every `grain`-th pixel and enlarged.
 *
 * @param value at a place in pixels of the full plane
 */
export function coarsePlane(
  { width, height }: { width: number; height: number },
  grain: number,
  value: (x: number, y: number) => number,
): Plane {
  const small = emptyPlane(Math.ceil(width / grain), Math.ceil(height / grain))
  for (let y = 0, at = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++, at++)
      small.data[at] = value(((x + 0.5) * width) / small.width, ((y + 0.5) * height) / small.height)
  return resizePlane(small, width, height)
}

/** Close to `gaussianBlur` for wide blurs, and many times as quick: on a smaller copy. @param sigma in pixels */
export function coarseBlur(plane: Plane, sigma: number): Plane {
  const grain = Math.floor(sigma / 2)
  if (grain < 2) return gaussianBlur(plane, sigma)
  const { width, height } = plane
  const small = emptyPlane(Math.ceil(width / grain), Math.ceil(height / grain))
  for (let row = 0, to = 0; row < small.height; row++) {
    const top = row * grain
    const bottom = Math.min(height, (row + 1) * grain)
    for (let column = 0; column < small.width; column++, to++) {
      const left = column * grain
      const right = Math.min(width, (column + 1) * grain)
      let sum = 0
      for (let y = top; y < bottom; y++)
        for (let at = y * width + left, end = y * width + right; at < end; at++) sum += plane.data[at]!
      small.data[to] = sum / ((bottom - top) * (right - left))
    }
  }
  return resizePlane(gaussianBlur(small, sigma / grain), width, height)
}

/** The same for each channel. */
export function coarseBlurFloat(picture: FloatPicture, sigma: number): FloatPicture {
  const blurred = (channel: 0 | 1 | 2) => coarseBlur(planeOf(picture, channel), sigma)
  return mergePlanes(blurred(0), blurred(1), blurred(2))
}
