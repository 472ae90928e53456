import { plane, type Plane, type Size } from './picture-copy'

/** Part of a picture, in its pixels; fractions and parts beyond its border are allowed. */
export interface Region {
  left: number
  top: number
  width: number
  height: number
}

export function wholeOf({ width, height }: Size): Region {
  return { left: 0, top: 0, width, height }
}

/**
 * Draws a region of a picture at another size: reducing, enlarging and moving by fractions of a pixel in one step, so
 * that an aligned copy is as sharp as one that is only reduced. Beyond the border the nearest pixel is repeated.
 */
export function resample(source: Plane, region: Region, size: Size): Plane {
  const down = taps(region.top, region.height, size.height, source.height)
  // Not Math.min(...sources): a long strip has more of them than a call takes arguments.
  const firstRow = down.sources.reduce((least, row) => Math.min(least, row))
  const lastRow = down.sources.reduce((most, row) => Math.max(most, row))
  const rows = resampleRows(source, region, size.width, firstRow, lastRow + 1)
  const drawn = plane(size)
  const { values } = drawn
  for (let y = 0; y < size.height; y++)
    for (let tap = y * down.count; tap < (y + 1) * down.count; tap++) {
      const weight = down.weights[tap]!
      const from = (down.sources[tap]! - firstRow) * size.width
      const to = y * size.width
      for (let x = 0; x < size.width; x++) values[to + x]! += weight * rows[from + x]!
    }
  return drawn
}

/** Some of the source's rows, drawn at another width. */
function resampleRows(
  { width, values }: Plane,
  region: Region,
  drawnWidth: number,
  first: number,
  end: number,
) {
  const { sources, weights, count } = taps(region.left, region.width, drawnWidth, width)
  const rows = new Float32Array(drawnWidth * (end - first))
  for (let y = first; y < end; y++) {
    const from = y * width
    const to = (y - first) * drawnWidth
    for (let x = 0; x < drawnWidth; x++) {
      let sum = 0
      const lastTap = (x + 1) * count
      for (let tap = x * count; tap < lastTap; tap++) sum += weights[tap]! * values[from + sources[tap]!]!
      rows[to + x] = sum
    }
  }
  return rows
}

/** Along one axis: for each drawn pixel, the same `count` of source pixels with their weights, which sum to 1. */
function taps(start: number, length: number, drawn: number, sourceLength: number) {
  const step = length / drawn
  // A reduced picture must not alias: the kernel grows with the step.
  const reach = Math.max(1, step)
  const count = Math.ceil(reach * 4)
  const sources = new Int32Array(drawn * count)
  const weights = new Float32Array(drawn * count)
  for (let at = 0; at < drawn; at++) {
    const centre = start + (at + 0.5) * step - 0.5
    const first = Math.floor(centre - 2 * reach) + 1
    let sum = 0
    for (let tap = 0; tap < count; tap++) {
      const weight = catmullRom((first + tap - centre) / reach)
      sources[at * count + tap] = Math.min(Math.max(first + tap, 0), sourceLength - 1)
      weights[at * count + tap] = weight
      sum += weight
    }
    for (let tap = 0; tap < count; tap++) weights[at * count + tap]! /= sum
  }
  return { sources, weights, count }
}

/** Catmull and Rom's cubic: sharp, and exact on what is only moved by whole pixels. */
function catmullRom(distance: number): number {
  const x = Math.abs(distance)
  if (x < 1) return 1 + x * x * (1.5 * x - 2.5)
  return x < 2 ? 2 - x * (4 - x * (2.5 - 0.5 * x)) : 0
}
