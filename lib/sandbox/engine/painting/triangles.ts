import 'server-only'
import { lengthOf } from '@/lib/sandbox/engine/pixels/numbers'
import { lumaOf, type FloatPicture, type Plane } from '../pixels/float-picture'
import { randomNumbers } from '../random'
import { flowOf } from './flow'

/**
 * A net of triangles over the picture: a grid whose corners moved to the strongest edge near them. Which triangle each
 * pixel lies in.
 *
 * @param side of the grid, in pixels; half of it where a face is
 */
export function trianglesOf(
  picture: FloatPicture,
  seed: number,
  side: number,
  faces?: Plane,
): { triangle: Int32Array; count: number } {
  const { width, height } = picture
  const { strength } = flowOf(lumaOf(picture), 1)
  const random = randomNumbers(seed)
  const step = faces?.data.some((share) => share > 0.4) ? side * 0.6 : side
  const [columns, rows] = [Math.max(1, Math.round(width / step)), Math.max(1, Math.round(height / step))]
  const corner = (column: number, row: number): [number, number] => {
    const x = (column / columns) * (width - 1)
    const y = (row / rows) * (height - 1)
    // By chance at first, so that flat areas don't show the grid; then by the picture.
    let best: [number, number] = [x + (random() - 0.5) * step * 0.5, y + (random() - 0.5) * step * 0.5]
    let most = 0.12
    for (let attempt = 0; attempt < 24; attempt++) {
      const tryX = x + (random() - 0.5) * step * 0.84
      const tryY = y + (random() - 0.5) * step * 0.84
      const found = strength[Math.round(tryY) * width + Math.round(tryX)]
      if (tryX < 0 || tryX > width - 1 || found === undefined || found <= most) continue
      most = found
      best = [tryX, tryY]
    }
    return [
      column === 0 ? 0 : column === columns ? width - 1 : best[0],
      row === 0 ? 0 : row === rows ? height - 1 : best[1],
    ]
  }
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, (_, at) =>
    corner(at % (columns + 1), Math.floor(at / (columns + 1))),
  )
  const triangle = new Int32Array(width * height).fill(-1)
  let count = 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * (columns + 1) + column
      const a = corners[at]!
      const b = corners[at + 1]!
      const c = corners[at + columns + 2]!
      const d = corners[at + columns + 1]!
      const falling = lengthOf(a[0] - c[0], a[1] - c[1]) < lengthOf(b[0] - d[0], b[1] - d[1])
      for (const three of falling
        ? [
            [a, b, c],
            [a, c, d],
          ]
        : [
            [a, b, d],
            [b, c, d],
          ])
        // prettier-ignore
        fillTriangle(triangle, width, height, three, count++)
    }
  // Rounding leaves a pixel between two triangles now and then.
  for (let at = 0; at < triangle.length; at++)
    if (triangle[at] === -1) triangle[at] = Math.max(0, triangle[at - 1] ?? 0)
  return { triangle, count }
}

function fillTriangle(
  into: Int32Array,
  width: number,
  height: number,
  corners: [number, number][],
  value: number,
) {
  const [[ax, ay], [bx, by], [cx, cy]] = corners as [[number, number], [number, number], [number, number]]
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  if (area === 0) return
  const [left, right] = [Math.max(0, Math.floor(Math.min(ax, bx, cx))), Math.min(width - 1, Math.ceil(Math.max(ax, bx, cx)))] // prettier-ignore
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(ay, by, cy))), Math.min(height - 1, Math.ceil(Math.max(ay, by, cy)))] // prettier-ignore
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const u = ((bx - x) * (cy - y) - (by - y) * (cx - x)) / area
      const v = ((cx - x) * (ay - y) - (cy - y) * (ax - x)) / area
      if (u >= -1e-9 && v >= -1e-9 && u + v <= 1 + 1e-9) into[y * width + x] = value
    }
}
