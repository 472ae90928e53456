import type { Mask, Rect } from './mask'

/** The mask and its reductions, each half the one before (rounded up), for drawing it small without gaps. */
export interface MaskPyramid {
  levels: readonly Mask[]
  /** Brings the reductions up to date with a changed part of the mask. */
  update(rect: Rect): void
}

const smallestSide = 256

export function createMaskPyramid(mask: Mask): MaskPyramid {
  const levels: Mask[] = [mask]
  for (let last = mask; Math.max(last.width, last.height) > smallestSide;) {
    const width = Math.ceil(last.width / 2)
    const height = Math.ceil(last.height / 2)
    last = { width, height, data: new Uint8Array(width * height) }
    levels.push(last)
  }

  function update({ x, y, width, height }: Rect) {
    let [left, top, right, bottom] = [x, y, x + width, y + height]
    for (let index = 1; index < levels.length; index++) {
      left >>= 1
      top >>= 1
      right = (right + 1) >> 1
      bottom = (bottom + 1) >> 1
      halve(levels[index - 1]!, levels[index]!, left, top, right, bottom)
    }
  }
  update({ x: 0, y: 0, width: mask.width, height: mask.height })
  return { levels, update }
}

/** Each pixel is the mean of four; at an odd border the last ones count twice. */
function halve(from: Mask, to: Mask, left: number, top: number, right: number, bottom: number): void {
  for (let y = top; y < bottom; y++) {
    const upper = y * 2 * from.width
    const lower = Math.min(from.height - 1, y * 2 + 1) * from.width
    for (let x = left; x < right; x++) {
      const first = x * 2
      const second = Math.min(from.width - 1, first + 1)
      const sum =
        from.data[upper + first]! +
        from.data[upper + second]! +
        from.data[lower + first]! +
        from.data[lower + second]!
      to.data[y * to.width + x] = (sum + 2) >> 2
    }
  }
}
