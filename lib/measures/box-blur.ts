import { plane, type Plane } from './picture-copy'

/** Each pixel the mean of the square of `2 * reach + 1` around it, as far as that lies in the picture. */
export function boxBlur(source: Plane, reach: number): Plane {
  const { width, height } = source
  const rows = plane(source)
  for (let y = 0; y < height; y++) slide(source.values, rows.values, y * width, 1, width, reach)
  const blurred = plane(source)
  for (let x = 0; x < width; x++) slide(rows.values, blurred.values, x, width, height, reach)
  return blurred
}

/** One line; the sum is carried along, so that its cost does not grow with the reach. */
function slide(
  from: Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  count: number,
  reach: number,
) {
  let sum = 0
  for (let at = 0; at < Math.min(reach, count); at++) sum += from[start + at * step]!
  for (let at = 0; at < count; at++) {
    if (at + reach < count) sum += from[start + (at + reach) * step]!
    if (at - reach - 1 >= 0) sum -= from[start + (at - reach - 1) * step]!
    const inside = Math.min(at + reach, count - 1) - Math.max(at - reach, 0) + 1
    to[start + at * step] = sum / inside
  }
}
