import 'server-only'
import { gaussianBlur } from '../pixels/blur'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import { standardised, whiteNoise, type Size } from './noise-plane'

/**
 * Straight strokes of a pencil, with mean 0 and standard deviation 1. Running sums along each line, so that the length
 * costs nothing.
 *
 * @param slope pixels down for one to the right, -1 to 1
 * @param length half of a stroke's, in pixels
 * @param width of a stroke, in pixels
 */
export function hatching(size: Size, seed: number, slope: number, length: number, width: number): Plane {
  const noise = gaussianBlur(whiteNoise(size, seed), 0.55 * width)
  const strokes = emptyPlane(size.width, size.height)
  const shift = Int32Array.from({ length: size.width }, (_, x) => Math.round(slope * x))
  const most = shift[size.width - 1]!
  for (let line = Math.min(0, -most); line < size.height + Math.max(0, -most); line++) {
    const inside = (x: number) =>
      x >= 0 && x < size.width && line + shift[x]! >= 0 && line + shift[x]! < size.height
    let sum = 0
    let count = 0
    for (let x = -length; x < size.width + length; x++) {
      const entering = x + length
      const leaving = x - length - 1
      if (inside(entering)) {
        sum += noise.data[(line + shift[entering]!) * size.width + entering]!
        count++
      }
      if (inside(leaving)) {
        sum -= noise.data[(line + shift[leaving]!) * size.width + leaving]!
        count--
      }
      if (inside(x)) strokes.data[(line + shift[x]!) * size.width + x] = sum / Math.max(1, count)
    }
  }
  return standardised(gaussianBlur(strokes, 0.4 * width))
}
