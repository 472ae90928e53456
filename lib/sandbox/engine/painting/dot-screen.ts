import 'server-only'

/**
 * A printer's screen of round dots.
 *
 * @param cell from dot to dot, in pixels
 * @param angle in radians
 * @returns how far a pixel is from the middle of its dot, 0 to about 0.7 in cells
 */
export function dotScreen(cell: number, angle: number): (x: number, y: number) => number {
  const [across, down] = [Math.cos(angle) / cell, Math.sin(angle) / cell]
  return (x, y) => {
    const u = x * across - y * down
    const v = x * down + y * across
    const du = u - Math.floor(u) - 0.5
    const dv = v - Math.floor(v) - 0.5
    return Math.sqrt(du * du + dv * dv)
  }
}

/** The radius, in cells, of a dot that covers this share of its cell; dots that touch have to fill their corners too. */
export function dotRadius(share: number): number {
  const within = share <= 0 ? 0 : share >= 1 ? 1 : share
  return 0.565 * Math.sqrt(within) + 0.15 * within * within * within
}
