import 'server-only'

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Enough to copy from even around a small hole, in pixels. */
const leastMargin = 96

/** The box around a hole with a little more than as much again on each side, within the frame; none without a hole. */
export function boxAround(hole: Uint8Array, frame: { width: number; height: number }): Box | undefined {
  const { width, height } = frame
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (!hole[at]) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
  if (right < 0) return undefined
  const marginAcross = Math.max(leastMargin, Math.round((right - left + 1) * 1.1))
  const marginDown = Math.max(leastMargin, Math.round((bottom - top + 1) * 1.1))
  const [x, y] = [Math.max(0, left - marginAcross), Math.max(0, top - marginDown)]
  return {
    left: x,
    top: y,
    width: Math.min(width, right + marginAcross + 1) - x,
    height: Math.min(height, bottom + marginDown + 1) - y,
  }
}
