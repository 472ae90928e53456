import 'server-only'
import { mergePlanes, planeOf, type FloatPicture, type Plane } from './float-picture'

/**
 * The mean of the square of this radius (in pixels) around each pixel; edge pixels repeat beyond the frame. Running
 * sums, so the radius costs nothing.
 */
export function boxBlur(plane: Plane, radius: number): Plane {
  const blurred = new Float32Array(plane.data.length)
  blurInto(blurred, plane, radius)
  return { ...plane, data: blurred }
}

/** The same, written over the plane's own numbers. */
export function boxBlurHere(plane: Plane, radius: number): Plane {
  blurInto(plane.data, plane, radius)
  return plane
}

/** Between the two passes; kept, because a new one for each blur costs as much as the blur. */
let scratch = new Float32Array(0)

/** @param target may be the plane's own data */
function blurInto(target: Float32Array, { width, height, data }: Plane, radius: number): void {
  if (scratch.length < data.length) scratch = new Float32Array(data.length)
  const rows = scratch
  const share = 1 / (2 * radius + 1)
  const last = width - 1
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = data[row]! * (radius + 1)
    for (let x = 1; x <= radius; x++) sum += data[row + Math.min(last, x)]!
    for (let x = 0; x < width; x++) {
      rows[row + x] = sum * share
      const entering = x + radius + 1
      const leaving = x - radius
      sum += data[row + (entering < last ? entering : last)]! - data[row + (leaving > 0 ? leaving : 0)]!
    }
  }
  const sums = new Float64Array(width)
  for (let x = 0; x < width; x++) sums[x] = rows[x]! * (radius + 1)
  for (let y = 1; y <= radius; y++) {
    const row = Math.min(height - 1, y) * width
    for (let x = 0; x < width; x++) sums[x]! += rows[row + x]!
  }
  for (let y = 0; y < height; y++) {
    const entering = Math.min(height - 1, y + radius + 1) * width
    const leaving = Math.max(0, y - radius) * width
    const row = y * width
    for (let x = 0; x < width; x++) {
      const sum = sums[x]!
      target[row + x] = sum * share
      sums[x] = sum + (rows[entering + x]! - rows[leaving + x]!)
    }
  }
}

/** Close to a Gaussian of this standard deviation in pixels: three box blurs (Wells 1986). */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  if (sigma < 0.3) return plane
  const variance = 12 * sigma * sigma
  let narrow = Math.floor(Math.sqrt(variance / 3 + 1))
  if (narrow % 2 === 0) narrow--
  const narrowPasses = Math.round((variance - 3 * narrow * narrow - 12 * narrow - 9) / (-4 * narrow - 4))
  const blurred = { ...plane, data: new Float32Array(plane.data.length) }
  let from = plane
  for (let pass = 0; pass < 3; pass++) {
    const radius = ((pass < narrowPasses ? narrow : narrow + 2) - 1) / 2
    if (radius < 1) continue
    blurInto(blurred.data, from, radius)
    from = blurred
  }
  return from
}

export function blurFloat(picture: FloatPicture, sigma: number): FloatPicture {
  const blurred = (channel: 0 | 1 | 2) => gaussianBlur(planeOf(picture, channel), sigma)
  return mergePlanes(blurred(0), blurred(1), blurred(2))
}
