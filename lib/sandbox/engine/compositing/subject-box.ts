import 'server-only'
import type { CutOut } from './cut-out'

/** The pixels a cut-out takes up; the far edges are the first beyond it. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const seen = 38

/** Undefined where nothing is seen. */
export function subjectBox({ pixels, width, height }: CutOut): Box | undefined {
  const box = { left: width, top: height, right: 0, bottom: 0 }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (pixels[(y * width + x) * 4 + 3]! <= seen) continue
      if (x < box.left) box.left = x
      if (x >= box.right) box.right = x + 1
      if (y < box.top) box.top = y
      box.bottom = y + 1
    }
  return box.right > box.left ? box : undefined
}

/** The edges of the picture that cut the subject off, within half a percent. */
export function cutEdges(box: Box, { width, height }: { width: number; height: number }) {
  const across = Math.max(1, width * 0.005)
  const down = Math.max(1, height * 0.005)
  return {
    left: box.left <= across,
    right: box.right >= width - across,
    top: box.top <= down,
    bottom: box.bottom >= height - down,
  }
}
