import { gaussian } from './gaussian'
import type { Plane } from './picture-copy'

/** Of Wang's formula, for values from 0 to 255. */
const steadyMean = (0.01 * 255) ** 2
const steadySpread = (0.03 * 255) ** 2
const weights = gaussian(1.5, 5)

/**
 * Structural similarity of two grey pictures of one size: 1 if they are equal, about 0 if nothing agrees, below 0 where
 * light and dark have changed places. The mean over all windows of 11 × 11 pixels (weighed by a Gaussian of 1.5 px) that
 * lie wholly in the picture, after Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility
 * to structural similarity" (2004). Undefined for pictures smaller than a window.
 */
export function ssim(first: Plane, second: Plane): number | undefined {
  if (first.width < weights.length || first.height < weights.length) return undefined
  const [one, two] = [first.values, second.values]
  const meanFirst = windowed(first, (at) => one[at]!)
  const meanSecond = windowed(first, (at) => two[at]!)
  const squareFirst = windowed(first, (at) => one[at]! * one[at]!)
  const squareSecond = windowed(first, (at) => two[at]! * two[at]!)
  const product = windowed(first, (at) => one[at]! * two[at]!)
  let sum = 0
  for (let at = 0; at < product.length; at++) {
    const [mu1, mu2] = [meanFirst[at]!, meanSecond[at]!]
    const spread = squareFirst[at]! - mu1 * mu1 + squareSecond[at]! - mu2 * mu2
    const shared = product[at]! - mu1 * mu2
    sum +=
      ((2 * mu1 * mu2 + steadyMean) * (2 * shared + steadySpread)) /
      ((mu1 * mu1 + mu2 * mu2 + steadyMean) * (spread + steadySpread))
  }
  return sum / product.length
}

/** Weighted means of a quantity over each whole window. Double precision: variances are differences of large numbers. */
function windowed({ width, height }: Plane, quantity: (at: number) => number): Float64Array {
  const quantities = new Float64Array(width * height)
  for (let at = 0; at < quantities.length; at++) quantities[at] = quantity(at)
  const across = width - weights.length + 1
  const down = height - weights.length + 1
  const rows = new Float64Array(across * height)
  for (let y = 0; y < height; y++) addLines(quantities, y * width, 1, rows, y * across, across)
  const means = new Float64Array(across * down)
  for (let y = 0; y < down; y++) addLines(rows, y * across, across, means, y * across, across)
  return means
}

/** One line of means, from values `step` apart from tap to tap. */
function addLines(
  from: Float64Array,
  start: number,
  step: number,
  to: Float64Array,
  toStart: number,
  count: number,
): void {
  for (let tap = 0; tap < weights.length; tap++) {
    const weight = weights[tap]!
    const first = start + tap * step
    for (let at = 0; at < count; at++) to[toStart + at]! += weight * from[first + at]!
  }
}
