import 'server-only'
import { mergePlanes, planeOf, type FloatPicture, type Plane } from './float-picture'

/**
 * The mean of the square of this radius (in pixels) around each pixel; edge pixels repeat beyond the frame. Running
 * sums, so the radius costs nothing.
 */
export function boxBlur({ width, height, data }: Plane, radius: number): Plane {
  const rows = new Float32Array(width * height)
  const share = 1 / (2 * radius + 1)
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = data[row]! * radius
    for (let x = 0; x < radius; x++) sum += data[row + Math.min(width - 1, x)]!
    for (let x = 0; x < width; x++) {
      sum += data[row + Math.min(width - 1, x + radius)]!
      rows[row + x] = sum * share
      sum -= data[row + Math.max(0, x - radius)]!
    }
  }
  const blurred = new Float32Array(width * height)
  const sums = new Float32Array(width)
  for (let x = 0; x < width; x++) sums[x] = rows[x]! * radius
  for (let y = 0; y < radius; y++) {
    const row = Math.min(height - 1, y) * width
    for (let x = 0; x < width; x++) sums[x]! += rows[row + x]!
  }
  for (let y = 0; y < height; y++) {
    const entering = Math.min(height - 1, y + radius) * width
    const leaving = Math.max(0, y - radius) * width
    const row = y * width
    for (let x = 0; x < width; x++) {
      sums[x]! += rows[entering + x]!
      blurred[row + x] = sums[x]! * share
      sums[x]! -= rows[leaving + x]!
    }
  }
  return { width, height, data: blurred }
}

/** Close to a Gaussian of this standard deviation in pixels: three box blurs (Wells 1986). */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  if (sigma < 0.3) return plane
  const variance = 12 * sigma * sigma
  let narrow = Math.floor(Math.sqrt(variance / 3 + 1))
  if (narrow % 2 === 0) narrow--
  const narrowPasses = Math.round((variance - 3 * narrow * narrow - 12 * narrow - 9) / (-4 * narrow - 4))
  let blurred = plane
  for (let pass = 0; pass < 3; pass++) {
    const radius = ((pass < narrowPasses ? narrow : narrow + 2) - 1) / 2
    if (radius >= 1) blurred = boxBlur(blurred, radius)
  }
  return blurred
}

export function blurFloat(picture: FloatPicture, sigma: number): FloatPicture {
  const blurred = (channel: 0 | 1 | 2) => gaussianBlur(planeOf(picture, channel), sigma)
  return mergePlanes(blurred(0), blurred(1), blurred(2))
}
