import 'server-only'
import { boxBlur } from './blur'
import { planeOf, type FloatPicture, type Plane } from './float-picture'
import { clamp } from './numbers'

/**
 * Smooths a plane but keeps the edges it shares with a grey guide (He, Sun and Tang 2010).
 *
 * @param radius in pixels
 * @param epsilon what counts as an edge: variances of the guide well below it are smoothed over
 */
export function guidedFilter(guide: Plane, plane: Plane, radius: number, epsilon: number): Plane {
  const { width, height } = guide
  const { slope, offset } = guidedLines(guide, plane, radius, epsilon)
  const data = new Float32Array(width * height)
  for (let at = 0; at < data.length; at++) data[at] = slope.data[at]! * guide.data[at]! + offset.data[at]!
  return { width, height, data }
}

/**
 * The line `slope × guide + offset` that the guided filter lays through each pixel. Found on a reduced picture and
 * stretched, it filters the full one for little (He and Sun 2015, "Fast guided filter").
 */
export function guidedLines(
  guide: Plane,
  plane: Plane,
  radius: number,
  epsilon: number,
): { slope: Plane; offset: Plane } {
  const { width, height } = guide
  const meanGuide = boxBlur(guide, radius).data
  const meanPlane = boxBlur(plane, radius).data
  const meanBoth = boxBlur(product(guide, plane), radius).data
  const meanSquare = boxBlur(product(guide, guide), radius).data
  const slope = new Float32Array(width * height)
  const offset = new Float32Array(width * height)
  for (let at = 0; at < slope.length; at++) {
    const variance = meanSquare[at]! - meanGuide[at]! * meanGuide[at]!
    const covariance = meanBoth[at]! - meanGuide[at]! * meanPlane[at]!
    slope[at] = covariance / (variance + epsilon)
    offset[at] = meanPlane[at]! - slope[at]! * meanGuide[at]!
  }
  return {
    slope: boxBlur({ width, height, data: slope }, radius),
    offset: boxBlur({ width, height, data: offset }, radius),
  }
}

/**
 * The same with a colour guide, which tells hair from wall where their brightness is equal; the best there is for the
 * edges of masks. Values are cut to 0–1.
 */
export function guidedFilterColour(
  guide: FloatPicture,
  plane: Plane,
  radius: number,
  epsilon: number,
): Plane {
  const { width, height } = guide
  const count = width * height
  const smooth = (one: Plane) => boxBlur(one, radius).data
  const [red, green, blue] = [planeOf(guide, 0), planeOf(guide, 1), planeOf(guide, 2)]
  const [meanRed, meanGreen, meanBlue, mean] = [smooth(red), smooth(green), smooth(blue), smooth(plane)]
  const withRed = smooth(product(red, plane))
  const withGreen = smooth(product(green, plane))
  const withBlue = smooth(product(blue, plane))
  const redRed = smooth(product(red, red))
  const redGreen = smooth(product(red, green))
  const redBlue = smooth(product(red, blue))
  const greenGreen = smooth(product(green, green))
  const greenBlue = smooth(product(green, blue))
  const blueBlue = smooth(product(blue, blue))
  const slopes = [new Float32Array(count), new Float32Array(count), new Float32Array(count)] as const
  const offset = new Float32Array(count)
  for (let at = 0; at < count; at++) {
    const [r, g, b, m] = [meanRed[at]!, meanGreen[at]!, meanBlue[at]!, mean[at]!]
    // The symmetric covariance of the guide's channels, inverted by its cofactors.
    const rr = redRed[at]! - r * r + epsilon
    const rg = redGreen[at]! - r * g
    const rb = redBlue[at]! - r * b
    const gg = greenGreen[at]! - g * g + epsilon
    const gb = greenBlue[at]! - g * b
    const bb = blueBlue[at]! - b * b + epsilon
    const [c0, c1, c2] = [withRed[at]! - r * m, withGreen[at]! - g * m, withBlue[at]! - b * m]
    const i00 = gg * bb - gb * gb
    const i01 = gb * rb - rg * bb
    const i02 = rg * gb - gg * rb
    const i11 = rr * bb - rb * rb
    const i12 = rb * rg - rr * gb
    const i22 = rr * gg - rg * rg
    const scale = 1 / (rr * i00 + rg * i01 + rb * i02)
    const x = (i00 * c0 + i01 * c1 + i02 * c2) * scale
    const y = (i01 * c0 + i11 * c1 + i12 * c2) * scale
    const z = (i02 * c0 + i12 * c1 + i22 * c2) * scale
    slopes[0][at] = x
    slopes[1][at] = y
    slopes[2][at] = z
    offset[at] = m - x * r - y * g - z * b
  }
  const [byRed, byGreen, byBlue, added] = [...slopes, offset].map((data) =>
    smooth({ width, height, data }),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array]
  const data = new Float32Array(count)
  for (let at = 0; at < count; at++)
    data[at] = clamp(
      byRed[at]! * red.data[at]! + byGreen[at]! * green.data[at]! + byBlue[at]! * blue.data[at]! + added[at]!,
    )
  return { width, height, data }
}

function product(first: Plane, second: Plane): Plane {
  const data = new Float32Array(first.data.length)
  for (let at = 0; at < data.length; at++) data[at] = first.data[at]! * second.data[at]!
  return { width: first.width, height: first.height, data }
}
