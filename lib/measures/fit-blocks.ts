import type { BlockMatch } from './match-blocks'

/** A move that most blocks share: a block at `p` is found at `p + shift + growth * p`, in pixels. */
export interface SharedMove {
  x: number
  y: number
  growth: number
}

/** Pixels by which a block may miss the shared move and still count much; it starts wide and closes in. */
const tolerances = [2, 2, 1, 1, 0.7, 0.7, 0.5, 0.5, 0.5]

/** The rough placement's scale is off by half a step, 1 %; what grows more was fitted to chance. */
const mostGrowth = 0.02

/**
 * The move that most blocks agree on. Least squares again and again, a block counting the less the farther it is off,
 * so that repainted parts, which match nowhere, have no say.
 */
export function fitBlocks(matches: BlockMatch[]): SharedMove {
  let move = mostCommon(matches)
  for (const tolerance of tolerances) move = fitOnce(matches, move, tolerance) ?? move
  return move
}

/** Pixels by which a block is off the move. */
export function missOf({ x, y, dx, dy }: BlockMatch, move: SharedMove): number {
  return Math.hypot(dx - move.x - move.growth * x, dy - move.y - move.growth * y)
}

/** Weighted least squares of three unknowns; undefined where no block is near. */
function fitOnce(matches: BlockMatch[], move: SharedMove, tolerance: number): SharedMove | undefined {
  let [weights, xs, ys, dxs, dys, squares, products] = [0, 0, 0, 0, 0, 0, 0]
  for (const match of matches) {
    // Geman–McClure: a block far off counts with the fourth power of its distance less.
    const weight = match.weight / (1 + (missOf(match, move) / tolerance) ** 2) ** 2
    const { x, y, dx, dy } = match
    weights += weight
    xs += weight * x
    ys += weight * y
    dxs += weight * dx
    dys += weight * dy
    squares += weight * (x * x + y * y)
    products += weight * (x * dx + y * dy)
  }
  if (weights === 0) return undefined
  const spread = squares - (xs * xs + ys * ys) / weights
  const free = spread > 0 ? (products - (xs * dxs + ys * dys) / weights) / spread : 0
  const growth = Math.min(Math.max(free, -mostGrowth), mostGrowth)
  return { x: (dxs - growth * xs) / weights, y: (dys - growth * ys) / weights, growth }
}

/** The offset that has most others near it. Even of the few blocks that were left alone, many have the same. */
function mostCommon(matches: BlockMatch[]): SharedMove {
  const nearPx = 2
  let [most, move] = [0, { x: 0, y: 0, growth: 0 }]
  for (const { dx, dy } of matches) {
    let near = 0
    for (const other of matches)
      if (Math.abs(other.dx - dx) < nearPx && Math.abs(other.dy - dy) < nearPx) near += other.weight
    if (near > most) [most, move] = [near, { x: dx, y: dy, growth: 0 }]
  }
  return move
}
