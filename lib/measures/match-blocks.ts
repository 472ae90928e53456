import type { EdgeDirections } from './edge-directions'
import type { Region } from './resample'

/** Where one block of the first picture is found in the second. */
export interface BlockMatch {
  /** The block's middle, in pixels from the picture's. */
  x: number
  y: number
  /** How far the second picture shows it off that, with fractions of a pixel. */
  dx: number
  dy: number
  /** How much there is to match in it. */
  weight: number
}

export interface BlockSearch {
  /** How far around its own place a block is looked for. */
  reach: number
  /** From one block to the next. */
  stride: number
}

const blockSide = 32
/** Mean square length of edge directions below which a block is too flat to have a place. */
const leastTexture = 0.01

/**
 * Looks for each block of the first picture in the second, up to `reach` pixels around its own place. Blocks that lie
 * outside `region`, in part or by so much, are left out, as are flat ones.
 */
export function matchBlocks(
  still: EdgeDirections,
  moved: EdgeDirections,
  region: Region,
  { reach, stride }: BlockSearch,
): BlockMatch[] {
  const matches: BlockMatch[] = []
  const { width, height } = still
  const left = Math.max(0, Math.ceil(region.left)) + reach
  const top = Math.max(0, Math.ceil(region.top)) + reach
  const right = Math.min(width, Math.floor(region.left + region.width)) - reach - blockSide
  const bottom = Math.min(height, Math.floor(region.top + region.height)) - reach - blockSide
  for (let y = top; y <= bottom; y += stride)
    for (let x = left; x <= right; x += stride) {
      const weight = texture(still, x, y)
      if (weight < leastTexture) continue
      const offset = bestOffset(still, moved, x, y, reach)
      if (!offset) continue
      const [middleX, middleY] = [x + (blockSide - width) / 2, y + (blockSide - height) / 2]
      matches.push({ x: middleX, y: middleY, ...offset, weight })
    }
  return matches
}

/** How many blocks, laid side by side, have something to match in them. */
export function countBlocks(edges: EdgeDirections): number {
  let count = 0
  for (let y = 0; y + blockSide <= edges.height; y += blockSide)
    for (let x = 0; x + blockSide <= edges.width; x += blockSide)
      if (texture(edges, x, y) >= leastTexture) count++
  return count
}

function texture({ width, real, imaginary }: EdgeDirections, left: number, top: number): number {
  let sum = 0
  for (let y = top; y < top + blockSide; y++)
    for (let at = y * width + left; at < y * width + left + blockSide; at++)
      sum += real[at]! ** 2 + imaginary[at]! ** 2
  return sum / blockSide ** 2
}

function bestOffset(still: EdgeDirections, moved: EdgeDirections, x: number, y: number, reach: number) {
  const across = 2 * reach + 1
  const scores = new Float64Array(across * across)
  let best = 0
  for (let at = 0; at < scores.length; at++) {
    scores[at] = likeness(still, moved, x, y, (at % across) - reach, Math.floor(at / across) - reach)
    if (scores[at]! > scores[best]!) best = at
  }
  if (scores[best] === 0) return undefined
  const [column, row] = [best % across, Math.floor(best / across)]
  return {
    dx: column - reach + (column % (across - 1) === 0 ? 0 : vertex(scores, best, 1)),
    dy: row - reach + (row % (across - 1) === 0 ? 0 : vertex(scores, best, across)),
  }
}

/** Correlation coefficient of a block with the block so far off it: 1 where the edges are the same, 0 by chance. */
function likeness(
  still: EdgeDirections,
  moved: EdgeDirections,
  x: number,
  y: number,
  dx: number,
  dy: number,
): number {
  const { width, real, imaginary } = still
  const { real: movedReal, imaginary: movedImaginary } = moved
  const off = dy * width + dx
  let product = 0
  let squares = 0
  for (let row = y; row < y + blockSide; row++) {
    const start = row * width + x
    for (let at = start; at < start + blockSide; at++) {
      const first = movedReal[at + off]!
      const second = movedImaginary[at + off]!
      product += real[at]! * first + imaginary[at]! * second
      squares += first * first + second * second
    }
  }
  return squares > leastTexture * blockSide ** 2 ? Math.max(0, product / Math.sqrt(squares)) : 0
}

/** Where a parabola through a peak and its neighbours has its top: within half a pixel. */
function vertex(scores: Float64Array, peak: number, step: number): number {
  const [before, top, after] = [scores[peak - step]!, scores[peak]!, scores[peak + step]!]
  const bend = before - 2 * top + after
  return bend < 0 ? (before - after) / (2 * bend) : 0
}
