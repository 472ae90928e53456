import 'server-only'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { boxBlur } from '@/lib/sandbox/engine/pixels/blur'
import { randomNumbers } from '@/lib/sandbox/engine/random'

/** Grain at a place in pixels: around 0, mostly within -2 and 2. */
export type Grain = (x: number, y: number) => number

const side = 512

/** The grain of a film, as coarse as the picture is large. A tile of it is drawn once and repeated unseen. */
export function grainOf({ width, height }: Pick<Picture, 'width' | 'height'>, seed: number): Grain {
  const random = randomNumbers(seed)
  const even = new Float32Array(side * side)
  // Sums of even numbers are close to normal.
  for (let at = 0; at < even.length; at++) even[at] = random() + random() + random() - 1.5
  const clumped = boxBlur({ width: side, height: side, data: even }, 1).data
  const tile = new Float32Array(side * side)
  // Sharp specks and soft clumps, brought to a spread of 1.
  for (let at = 0; at < tile.length; at++) tile[at] = (even[at]! * 0.55 + clumped[at]! * 2.1) * 1.15
  const scale = Math.max(1, Math.max(width, height) / 1400)
  return (x, y) => tile[(((y / scale) | 0) % side) * side + (((x / scale) | 0) % side)]!
}
