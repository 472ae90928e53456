import 'server-only'
import { lumaOf, type FloatPicture, type Plane } from '../pixels/float-picture'
import type { LabPicture } from '../pixels/lab'
import { clamp, lengthOf } from '../pixels/numbers'

/** Where a sky would end in each column, if there is one. */
export interface SkyBorder {
  /** Rows of sky in each column, from the top. */
  rows: Int32Array
  /** The change of brightness that ends it. */
  threshold: number
  /** How unlike what is above and below are, against how alike each is in itself; with a sky mostly over 0.9. */
  energy: number
}

/**
 * Tries thresholds of the gradient and takes the border that parts the picture best (after Shen and Wang 2013, with
 * Lab colours and our own weights).
 */
export function findSkyBorder(lab: LabPicture, gradient: Plane): SkyBorder | undefined {
  const { width, height } = lab
  const sums = sumsDown(lab)
  let best: SkyBorder | undefined
  for (let threshold = 0.015; threshold < 0.3; threshold *= 1.1) {
    const rows = borderAt(gradient, threshold)
    const share = rows.reduce((sum, row) => sum + row, 0) / (width * height)
    if (share < 0.02 || share > 0.97) continue
    const { above, below } = spreadsAt(sums, rows, height)
    const apart =
      Math.abs(above.mean[0] - below.mean[0]) * 0.6 +
      lengthOf(above.mean[1] - below.mean[1], above.mean[2] - below.mean[2])
    const energy = apart / Math.sqrt(3 * above.variance + below.variance + 1) + 0.0004 * share
    if (energy > (best?.energy ?? -1)) best = { rows, threshold, energy }
  }
  return best
}

/** The gradient's size, by differences over two pixels. */
export function gradientOf(picture: FloatPicture): Plane {
  const { width, height, data: luma } = lumaOf(picture)
  const data = new Float32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const row = y * width
      const across = luma[row + Math.min(width - 1, x + 1)]! - luma[row + Math.max(0, x - 1)]!
      const down = luma[Math.min(height - 1, y + 1) * width + x]! - luma[Math.max(0, y - 1) * width + x]!
      data[row + x] = lengthOf(across, down)
    }
  return { width, height, data }
}

/** The first strong change in each column, smoothed by the median of seven columns. */
function borderAt({ width, height, data }: Plane, threshold: number): Int32Array {
  const first = new Int32Array(width)
  for (let x = 0; x < width; x++) {
    let y = 0
    while (y < height && data[y * width + x]! < threshold) y++
    first[x] = y
  }
  return first.map((_, x) => {
    const around = new Int32Array(7)
    for (let step = 0; step < 7; step++) around[step] = first[clamp(x + step - 3, 0, width - 1)]!
    return around.sort()[3]!
  })
}

/**
 * For each column and row the sums of all pixels above: L*, a*, b* and their squares together. With them a border costs
 * one look per column, however many are tried.
 */
function sumsDown({ width, height, data }: LabPicture): Float64Array {
  const sums = new Float64Array((height + 1) * width * 4)
  for (let at = 0, to = width * 4; at < data.length; at += 3, to += 4) {
    const above = to - width * 4
    const light = data[at]!
    const a = data[at + 1]!
    const b = data[at + 2]!
    sums[to] = sums[above]! + light
    sums[to + 1] = sums[above + 1]! + a
    sums[to + 2] = sums[above + 2]! + b
    sums[to + 3] = sums[above + 3]! + light * light + a * a + b * b
  }
  return sums
}

interface Spread {
  mean: [light: number, a: number, b: number]
  /** Of all three channels together. */
  variance: number
}

/** The colours above and below a border. */
function spreadsAt(sums: Float64Array, rows: Int32Array, height: number): { above: Spread; below: Spread } {
  const width = rows.length
  const above = [0, 0, 0, 0] as Sums
  const below = [0, 0, 0, 0] as Sums
  let rowsAbove = 0
  for (let x = 0; x < width; x++) {
    rowsAbove += rows[x]!
    for (const nth of [0, 1, 2, 3] as const) {
      const upper = sums[(rows[x]! * width + x) * 4 + nth]!
      above[nth] += upper
      below[nth] += sums[(height * width + x) * 4 + nth]! - upper
    }
  }
  return { above: spreadOf(above, rowsAbove), below: spreadOf(below, width * height - rowsAbove) }
}

type Sums = [light: number, a: number, b: number, squares: number]

function spreadOf([light, a, b, squares]: Sums, pixels: number): Spread {
  const count = Math.max(1, pixels)
  const mean: Spread['mean'] = [light / count, a / count, b / count]
  const variance = squares / count - mean.reduce((sum, value) => sum + value * value, 0)
  return { mean, variance: Math.max(0, variance) }
}
