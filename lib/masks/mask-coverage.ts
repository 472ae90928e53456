import type { Mask, Rect } from './mask'

export interface Coverage {
  /** Empty: every pixel is kept. Full: every pixel is made anew. */
  kind: 'empty' | 'partial' | 'full'
  /** How much of the picture is made anew, from 0 to 1; half-covered pixels count half. */
  share: number
}

export function coverageOf({ data }: Mask): Coverage {
  let sum = 0
  for (let i = 0; i < data.length; i++) sum += data[i]!
  const all = data.length * 255
  return { kind: sum === 0 ? 'empty' : sum === all ? 'full' : 'partial', share: sum / all }
}

/** The smallest rectangle around all pixels of at least `level`; undefined where there is none. */
export function boundsOf({ width, height, data }: Mask, level = 1): Rect | undefined {
  let top = -1
  let bottom = -1
  let left = width
  let right = -1
  for (let y = 0; y < height; y++) {
    const row = y * width
    let first = 0
    while (first < width && data[row + first]! < level) first++
    if (first === width) continue
    let last = width - 1
    while (data[row + last]! < level) last--
    if (top < 0) top = y
    bottom = y
    left = Math.min(left, first)
    right = Math.max(right, last)
  }
  return top < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}
