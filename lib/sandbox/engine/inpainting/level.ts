import 'server-only'
import type { FloatPicture } from '../pixels/float-picture'
import { depthOf } from './depth'

/** Patches are squares of 2 × 3 + 1 pixels a side. */
export const patchRadius = 3

/** One size of the picture that is to be completed. */
export interface Level {
  width: number
  height: number
  /** Interleaved red, green, blue; what stands in the hole has no meaning. */
  colours: Float32Array
  /** 1 where the picture is to be made up. */
  hole: Uint8Array
}

/**
 * The picture at its own size and at halves of it, until the hole is only a few pixels across: there, chance finds the
 * large forms.
 *
 * @param leastSide no level is smaller, in pixels
 */
export function pyramidOf(
  { width, height, data }: FloatPicture,
  hole: Uint8Array,
  leastSide: number,
): Level[] {
  const levels: Level[] = [{ width, height, colours: data, hole }]
  while (levels.length < 8) {
    const last = levels.at(-1)!
    if (Math.min(last.width, last.height) < 2 * leastSide || thickness(last) < 5) break
    const next = halve(last)
    if (sourcesOf(next).length < 64) break
    levels.push(next)
  }
  return levels
}

/** The centres of all patches that lie in the frame and touch no hole: what may be copied. */
export function sourcesOf({ width, height, hole }: Level): Int32Array {
  const clear = clearOf(hole, width, height)
  const sources: number[] = []
  for (let y = patchRadius; y < height - patchRadius; y++)
    for (let x = patchRadius; x < width - patchRadius; x++) if (clear(x, y)) sources.push(y * width + x)
  return Int32Array.from(sources)
}

/** The centres of all patches that touch the hole: what has to look like a source. */
export function targetsOf({ width, height, hole }: Level): Int32Array {
  const clear = clearOf(hole, width, height)
  const targets: number[] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (!clear(x, y)) targets.push(y * width + x)
  return Int32Array.from(targets)
}

/** Whether the patch around a pixel, as far as it lies in the frame, touches no hole. */
function clearOf(hole: Uint8Array, width: number, height: number): (x: number, y: number) => boolean {
  const stride = width + 1
  const sums = new Int32Array(stride * (height + 1))
  for (let y = 0; y < height; y++)
    for (let x = 0, row = 0; x < width; x++) {
      row += hole[y * width + x]!
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row
    }
  return (x, y) => {
    const left = Math.max(0, x - patchRadius)
    const right = Math.min(width, x + patchRadius + 1)
    const top = Math.max(0, y - patchRadius) * stride
    const bottom = Math.min(height, y + patchRadius + 1) * stride
    return sums[bottom + right]! - sums[top + right]! === sums[bottom + left]! - sums[top + left]!
  }
}

function thickness({ hole, width, height }: Level): number {
  const depth = depthOf(hole, width, height)
  let most = 0
  for (const value of depth) if (value > most && value < width + height) most = value
  return most
}

/** The mean of what is known of each four pixels; a hole where half of them or more are. */
function halve({ width, height, colours, hole }: Level): Level {
  const [wide, high] = [width >> 1, height >> 1]
  const half = { width: wide, height: high, colours: new Float32Array(wide * high * 3) }
  const halfHole = new Uint8Array(wide * high)
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const to = y * wide + x
      const from = 2 * y * width + 2 * x
      let red = 0
      let green = 0
      let blue = 0
      let known = 0
      for (const at of [from, from + 1, from + width, from + width + 1]) {
        if (hole[at]) continue
        red += colours[at * 3]!
        green += colours[at * 3 + 1]!
        blue += colours[at * 3 + 2]!
        known++
      }
      if (known > 0) {
        half.colours[to * 3] = red / known
        half.colours[to * 3 + 1] = green / known
        half.colours[to * 3 + 2] = blue / known
      }
      halfHole[to] = known <= 2 ? 1 : 0
    }
  return { ...half, hole: halfHole }
}
