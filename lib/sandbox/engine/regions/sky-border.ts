import 'server-only'
import { lumaOf, type FloatPicture, type Plane } from '../pixels/float-picture'
import type { LabPicture } from '../pixels/lab'
import { clamp } from '../pixels/numbers'

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
  let best: SkyBorder | undefined
  for (let threshold = 0.015; threshold < 0.3; threshold *= 1.1) {
    const rows = borderAt(gradient, threshold)
    const share = rows.reduce((sum, row) => sum + row, 0) / (width * height)
    if (share < 0.02 || share > 0.97) continue
    const above = spreadOf(lab, (x) => [0, rows[x]!])
    const below = spreadOf(lab, (x) => [rows[x]!, height])
    const apart =
      Math.abs(above.mean[0] - below.mean[0]) * 0.6 +
      Math.hypot(above.mean[1] - below.mean[1], above.mean[2] - below.mean[2])
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
      data[row + x] = Math.hypot(across, down)
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

/** The mean colour and the variance, all three channels summed, between two rows of each column. */
function spreadOf({ width, data }: LabPicture, rowsOf: (x: number) => [from: number, to: number]) {
  const sums = [0, 0, 0] as [number, number, number]
  let squares = 0
  let count = 0
  for (let x = 0; x < width; x++) {
    const [from, to] = rowsOf(x)
    count += to - from
    for (let y = from; y < to; y++) {
      const at = (y * width + x) * 3
      for (const channel of [0, 1, 2] as const) {
        const value = data[at + channel]!
        sums[channel] += value
        squares += value * value
      }
    }
  }
  const mean = sums.map((sum) => sum / Math.max(1, count)) as typeof sums
  const variance = squares / Math.max(1, count) - mean.reduce((sum, value) => sum + value * value, 0)
  return { mean, variance: Math.max(0, variance) }
}
