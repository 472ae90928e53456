import { edgeDirections } from './edge-directions'
import { complexSquare, transform, transformBack, type ComplexSquare } from './fft'
import type { Plane, Size } from './picture-copy'
import type { Placement } from './placement'
import { resample, wholeOf } from './resample'

export interface RoughPlacement extends Placement {
  /** How far the correlation's peak stands out, in standard deviations of the correlation. */
  peak: number
}

/** The square in which two pictures are correlated; the long side of the input in it leaves room for a larger output. */
const side = 128
const longSide = 96
/** Scales from 0.75 to 1.34 in steps of 2 %, half of which moves the border of the small picture by half a pixel. */
const scales = Array.from({ length: 30 }, (_, step) => 0.75 * 1.02 ** step)

/**
 * The likeliest placement, within a pixel or two of the small copies. The scales are tried one by one; at each, the
 * shift is where the correlation of both pictures' edge directions is highest.
 */
export function alignCoarsely(input: Plane, output: Plane): RoughPlacement {
  const perPixel = longSide / Math.max(input.width, input.height)
  const size = { width: input.width * perPixel, height: input.height * perPixel }
  const still = spectrum(input, size)
  const double = { width: Math.round(2 * size.width), height: Math.round(2 * size.height) }
  const reduced = resample(output, wholeOf(output), double)
  const candidates = scales.map((scale): RoughPlacement => {
    const moved = spectrum(reduced, { width: size.width / scale, height: size.height / scale })
    const { x, y, peak } = highestPeak(correlation(still, moved))
    return { shift: { x: (x * scale) / size.width, y: (y * scale) / size.height }, scale, peak }
  })
  return candidates.reduce((best, candidate) => (candidate.peak > best.peak ? candidate : best))
}

/** Of a picture's edge directions, the picture drawn at a size (in fractions of pixels) in the middle of the square. */
function spectrum(picture: Plane, size: Size): ComplexSquare {
  const width = Math.min(side, 2 * Math.ceil(size.width / 2))
  const height = Math.min(side, 2 * Math.ceil(size.height / 2))
  const shown = {
    width: picture.width * (width / size.width),
    height: picture.height * (height / size.height),
  }
  const corner = { left: (picture.width - shown.width) / 2, top: (picture.height - shown.height) / 2 }
  const edges = edgeDirections(resample(picture, { ...corner, ...shown }, { width, height }))
  const square = complexSquare(side)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y + (side - height) / 2) * side + x + (side - width) / 2
      square.real[at] = edges.real[y * width + x]!
      square.imaginary[at] = edges.imaginary[y * width + x]!
    }
  transform(square)
  return square
}

/**
 * High where the second picture, moved back by so much, has the first one's edges. Each frequency counts by the square
 * root of its strength: phase correlation proper, which weighs all alike, finds less where much has been repainted.
 */
function correlation(still: ComplexSquare, moved: ComplexSquare): ComplexSquare {
  const product = complexSquare(side)
  for (let at = 0; at < product.real.length; at++) {
    const [a, b] = [still.real[at]!, still.imaginary[at]!]
    const [c, d] = [moved.real[at]!, moved.imaginary[at]!]
    const real = a * c + b * d
    const imaginary = a * d - b * c
    const weight = 1 / (Math.sqrt(Math.sqrt(real * real + imaginary * imaginary)) || 1)
    product.real[at] = real * weight
    product.imaginary[at] = imaginary * weight
  }
  transformBack(product)
  return product
}

function highestPeak({ real }: ComplexSquare): { x: number; y: number; peak: number } {
  let highest = 0
  let squares = 0
  for (let at = 0; at < real.length; at++) {
    if (real[at]! > real[highest]!) highest = at
    squares += real[at]! ** 2
  }
  // The square is round: its far half means moves to the left or up.
  const signed = (at: number) => (at < side / 2 ? at : at - side)
  const deviation = Math.sqrt(squares / real.length) || 1
  return {
    x: signed(highest % side),
    y: signed(Math.floor(highest / side)),
    peak: real[highest]! / deviation,
  }
}
