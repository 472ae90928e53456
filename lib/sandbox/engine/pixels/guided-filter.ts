import 'server-only'
import type { Picture } from '../picture'
import { boxBlur, boxBlurHere } from './blur'
import { emptyPlane, planeOf, type FloatPicture, type Plane } from './float-picture'
import { smoothStep } from './numbers'
import { rowBetween, samplesAlong } from './stretch'

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
 * edges of masks.
 */
export function guidedColourLines(
  guide: FloatPicture,
  plane: Plane,
  radius: number,
  epsilon: number,
): ColourLines {
  const { width, height } = guide
  const smooth = (one: Plane) => boxBlur(one, radius).data
  const smoothed = (one: Plane) => boxBlurHere(one, radius).data
  const [red, green, blue] = [planeOf(guide, 0), planeOf(guide, 1), planeOf(guide, 2)]
  const [meanRed, meanGreen, meanBlue, mean] = [smooth(red), smooth(green), smooth(blue), smooth(plane)]
  const withRed = smoothed(product(red, plane))
  const withGreen = smoothed(product(green, plane))
  const withBlue = smoothed(product(blue, plane))
  const redRed = smoothed(product(red, red))
  const redGreen = smoothed(product(red, green))
  const redBlue = smoothed(product(red, blue))
  const greenGreen = smoothed(product(green, green))
  const greenBlue = smoothed(product(green, blue))
  const blueBlue = smoothed(product(blue, blue))
  const lines = [0, 1, 2, 3].map(() => emptyPlane(width, height)) as unknown as ColourLines
  const [alongRed, alongGreen, alongBlue, offset] = lines
  for (let at = 0; at < mean.length; at++) {
    const r = meanRed[at]!
    const g = meanGreen[at]!
    const b = meanBlue[at]!
    const m = mean[at]!
    // The symmetric covariance of the guide's channels, inverted by its cofactors.
    const rr = redRed[at]! - r * r + epsilon
    const rg = redGreen[at]! - r * g
    const rb = redBlue[at]! - r * b
    const gg = greenGreen[at]! - g * g + epsilon
    const gb = greenBlue[at]! - g * b
    const bb = blueBlue[at]! - b * b + epsilon
    const c0 = withRed[at]! - r * m
    const c1 = withGreen[at]! - g * m
    const c2 = withBlue[at]! - b * m
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
    alongRed.data[at] = x
    alongGreen.data[at] = y
    alongBlue.data[at] = z
    offset.data[at] = m - x * r - y * g - z * b
  }
  for (const line of lines) boxBlurHere(line, radius)
  return lines
}

/** For each pixel the slopes along red, green and blue, and what is added. */
export type ColourLines = readonly [red: Plane, green: Plane, blue: Plane, offset: Plane]

/**
 * The plane that the lines make of a picture, of its size, with a ramp from 0 to 1 laid over it. Lines found on a
 * smaller copy are stretched over the picture.
 *
 * @param nothing below it the plane is 0; above `all` it is 1, and between them an S
 */
export function alongColourLines(
  { width, height, channels, pixels }: Picture,
  lines: ColourLines,
  nothing: number,
  all: number,
): Plane {
  const plane = emptyPlane(width, height)
  const small = lines[0].width
  const { below, above, share } = samplesAlong(small, width)
  const down = samplesAlong(lines[0].height, height)
  const settled = settledBy(lines, nothing, all)
  const [red, green, blue, offset] = [0, 1, 2, 3].map(() => new Float32Array(small)) as unknown as Rows
  for (let y = 0; y < height; y++) {
    rowBetween(lines[0], down, y, red)
    rowBetween(lines[1], down, y, green)
    rowBetween(lines[2], down, y, blue)
    rowBetween(lines[3], down, y, offset)
    const upper = down.below[y]! * small
    const lower = down.above[y]! * small
    for (let x = 0; x < width;) {
      // All pixels between the same four lines.
      const left = below[x]!
      const right = above[x]!
      const from = x
      while (x < width && below[x] === left && above[x] === right) x++
      const known = settled[upper + left]!
      const agree =
        known === settled[upper + right] &&
        known === settled[lower + left] &&
        known === settled[lower + right]
      if (agree && known !== unsettled) {
        if (known === 1) plane.data.fill(1, y * width + from, y * width + x)
        continue
      }
      for (let here = from; here < x; here++) {
        const part = share[here]!
        const at = y * width + here
        const pixel = at * channels
        const value =
          ((red[left]! + (red[right]! - red[left]!) * part) * pixels[pixel]! +
            (green[left]! + (green[right]! - green[left]!) * part) * pixels[pixel + 1]! +
            (blue[left]! + (blue[right]! - blue[left]!) * part) * pixels[pixel + 2]!) /
            255 +
          (offset[left]! + (offset[right]! - offset[left]!) * part)
        plane.data[at] = smoothStep(nothing, all, value)
      }
    }
  }
  return plane
}

type Rows = readonly [red: Float32Array, green: Float32Array, blue: Float32Array, offset: Float32Array]

const unsettled = 2

/**
 * 0 or 1 where a line gives that on a pixel of any colour, as it does away from edges. Between lines that agree on it
 * no pixel need be looked at.
 */
function settledBy([red, green, blue, offset]: ColourLines, nothing: number, all: number): Uint8Array {
  const settled = new Uint8Array(offset.data.length)
  for (let at = 0; at < settled.length; at++) {
    const r = red.data[at]!
    const g = green.data[at]!
    const b = blue.data[at]!
    const added = offset.data[at]!
    const highest = added + Math.max(0, r) + Math.max(0, g) + Math.max(0, b)
    const lowest = added + Math.min(0, r) + Math.min(0, g) + Math.min(0, b)
    settled[at] = highest <= nothing ? 0 : lowest >= all ? 1 : unsettled
  }
  return settled
}

function product(first: Plane, second: Plane): Plane {
  const data = new Float32Array(first.data.length)
  for (let at = 0; at < data.length; at++) data[at] = first.data[at]! * second.data[at]!
  return { width: first.width, height: first.height, data }
}
