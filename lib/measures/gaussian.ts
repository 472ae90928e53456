import { plane, type Plane } from './picture-copy'

/** The weights of a Gaussian over `2 * reach + 1` pixels; they sum to 1. */
export function gaussian(sigma: number, reach = Math.ceil(3 * sigma)): Float64Array {
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * sigma * sigma)),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/** The picture blurred by a Gaussian; beyond the border the nearest pixel is repeated. */
export function blur(source: Plane, sigma: number): Plane {
  const weights = gaussian(sigma)
  return alongColumns(alongRows(source, weights), weights)
}

function alongRows({ width, height, values }: Plane, weights: Float64Array): Plane {
  const reach = weights.length >> 1
  const taps = weights.length
  const blurred = plane({ width, height })
  const drawn = blurred.values
  const padded = new Float32Array(width + 2 * reach)
  for (let y = 0; y < height; y++) {
    const row = y * width
    padded.fill(values[row]!, 0, reach)
    padded.set(values.subarray(row, row + width), reach)
    padded.fill(values[row + width - 1]!, reach + width)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let tap = 0; tap < taps; tap++) sum += weights[tap]! * padded[x + tap]!
      drawn[row + x] = sum
    }
  }
  return blurred
}

function alongColumns({ width, height, values }: Plane, weights: Float64Array): Plane {
  const reach = weights.length >> 1
  const blurred = plane({ width, height })
  const drawn = blurred.values
  for (let y = 0; y < height; y++)
    for (let tap = -reach; tap <= reach; tap++) {
      const row = Math.min(Math.max(y + tap, 0), height - 1) * width
      const weight = weights[tap + reach]!
      for (let x = 0; x < width; x++) drawn[y * width + x]! += weight * values[row + x]!
    }
  return blurred
}
