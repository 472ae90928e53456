import type { Mask, Rect } from './mask'
import { boundsOf } from './mask-coverage'
import { widen } from './rect'

/**
 * The mask with its edges made soft: a Gaussian of radius `sigma` pixels, as three box blurs, whose time does not grow
 * with the radius. Beyond the picture's border the mask is taken to go on as it is at the border. Below about 0.6
 * nothing changes.
 */
export function feather(mask: Mask, sigma: number): Mask {
  const bounds = boundsOf(mask)
  const data = mask.data.slice()
  if (!bounds) return { ...mask, data }
  const radii = boxRadii(sigma)
  const reach = radii.reduce((sum, radius) => sum + radius, 0)
  const area = widen(bounds, reach, mask)
  const values = cut(mask, area)
  const other = new Uint16Array(values.length)
  for (const radius of radii) {
    blurRows(values, other, area, radius)
    blurColumns(other, values, area, radius)
  }
  // What lies beyond the widened area stays zero, but for its border the blur has repeated the last pixel: the same.
  for (let row = 0; row < area.height; row++)
    for (let x = 0; x < area.width; x++)
      data[(area.y + row) * mask.width + area.x + x] = Math.round(values[row * area.width + x]! / scale)
  return { ...mask, data }
}

/** 255 times this is the largest 16-bit number: six roundings in between cost nothing of the last byte. */
const scale = 257

/** Three boxes whose variances add up to nearly that of the Gaussian. */
function boxRadii(sigma: number): number[] {
  const passes = 3
  const ideal = Math.sqrt((12 * sigma * sigma) / passes + 1)
  const lower = Math.max(1, Math.floor((ideal - 1) / 2) * 2 + 1)
  const wanted = 12 * sigma * sigma - passes * lower * lower - 4 * passes * lower - 3 * passes
  const narrow = Math.round(wanted / (-4 * lower - 4))
  return Array.from({ length: passes }, (_, pass) => (pass < narrow ? lower - 1 : lower + 1) / 2)
}

function cut(mask: Mask, area: Rect): Uint16Array<ArrayBuffer> {
  const values = new Uint16Array(area.width * area.height)
  for (let row = 0; row < area.height; row++)
    for (let x = 0; x < area.width; x++)
      values[row * area.width + x] = mask.data[(area.y + row) * mask.width + area.x + x]! * scale
  return values
}

type Size = Pick<Rect, 'width' | 'height'>

function blurRows(from: Uint16Array, to: Uint16Array, { width, height }: Size, radius: number): void {
  const share = 1 / (2 * radius + 1)
  for (let y = 0; y < height; y++) {
    const row = y * width
    const last = row + width - 1
    let sum = from[row]! * radius
    for (let i = 0; i < radius; i++) sum += from[Math.min(last, row + i)]!
    for (let x = row; x <= last; x++) {
      sum += from[Math.min(last, x + radius)]!
      to[x] = sum * share + 0.5
      sum -= from[Math.max(row, x - radius)]!
    }
  }
}

/** All columns at once, row by row: memory is read in the order in which it lies. */
function blurColumns(from: Uint16Array, to: Uint16Array, { width, height }: Size, radius: number): void {
  const share = 1 / (2 * radius + 1)
  const sums = new Uint32Array(width)
  const rowAt = (y: number) => Math.min(height - 1, Math.max(0, y)) * width
  const add = (row: number) => {
    for (let x = 0; x < width; x++) sums[x] = sums[x]! + from[row + x]!
  }
  for (let y = -radius; y < radius; y++) add(rowAt(y))
  for (let y = 0; y < height; y++) {
    const entering = rowAt(y + radius)
    const leaving = rowAt(y - radius)
    const row = y * width
    for (let x = 0; x < width; x++) {
      const sum = sums[x]! + from[entering + x]!
      to[row + x] = sum * share + 0.5
      sums[x] = sum - from[leaving + x]!
    }
  }
}
