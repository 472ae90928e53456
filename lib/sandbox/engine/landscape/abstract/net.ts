import 'server-only'
import type { Noise } from '@/lib/sandbox/engine/noise'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'

type Corner = readonly [x: number, y: number]

/** The corners of a net over the canvas, each moved from its place. */
export function corners(noise: Noise, cells: number, wide: number): (x: number, y: number) => Corner {
  const columns = Math.ceil(cells * wide) + 5
  const off = (x: number, y: number) =>
    clamp((noise(x * 0.91 + 3.3, y * 0.91 + 7.7) - 0.5) * 1.5, -0.42, 0.42)
  const net = Array.from({ length: columns * (cells + 5) }, (_, at): Corner => {
    const x = (at % columns) - 2
    const y = Math.floor(at / columns) - 2
    return [x + off(x, y), y + off(x + cells * 3.1, y + 11)]
  })
  return (x, y) => net[(y + 2) * columns + x + 2]!
}

/** The triangle of the net that a place lies in: its middle, and how it leans, 0 to 1. */
export function triangleAt(
  corner: (x: number, y: number) => Corner,
  x: number,
  y: number,
): { middle: Corner; tone: number } {
  const [column, row] = [Math.floor(x), Math.floor(y)]
  for (const down of [0, -1, 1])
    for (const across of [0, -1, 1]) {
      const left = column + across
      const top = row + down
      const a = corner(left, top)
      const b = corner(left + 1, top)
      const c = corner(left, top + 1)
      const d = corner(left + 1, top + 1)
      for (const triangle of [
        [a, b, c],
        [b, d, c],
      ] as const)
        if (isInside(triangle, x, y)) {
          const middle = [0, 1].map(
            (axis) => (triangle[0][axis]! + triangle[1][axis]! + triangle[2][axis]!) / 3,
          ) as unknown as Corner
          return { middle, tone: Math.abs((middle[0] * 12.9898 + middle[1] * 78.233) % 1) }
        }
    }
  return { middle: [x, y], tone: 0.5 }
}

function isInside([a, b, c]: readonly [Corner, Corner, Corner], x: number, y: number): boolean {
  const side = (from: Corner, to: Corner) =>
    (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0])
  const [first, second, third] = [side(a, b), side(b, c), side(c, a)]
  return (first >= 0 && second >= 0 && third >= 0) || (first <= 0 && second <= 0 && third <= 0)
}
