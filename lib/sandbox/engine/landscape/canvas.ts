import 'server-only'
import { lengthOf } from '@/lib/sandbox/engine/pixels/numbers'
import { eachRow } from '../each-row'
import type { Noise } from '../noise'
import type { Picture } from '../picture'
import { planeOf } from '../pixels/float-picture'
import { resizePlane } from '../pixels/stretch'

/** Red, green and blue, 0 to 1; painters may go beyond, it is cut off at the end. */
export type Light = readonly [red: number, green: number, blue: number]

/** A picture being painted. Places are measured in heights: u from the left (0 to `wide`), v from the top (0 to 1). */
export interface Canvas {
  width: number
  height: number
  /** The width in heights. */
  wide: number
  /** Three numbers a pixel, row by row. */
  values: Float32Array
}

export function newCanvas({ width, height }: { width: number; height: number }): Canvas {
  return { width, height, wide: width / height, values: new Float32Array(width * height * 3) }
}

/** Paints what is soft at half the size, a fourth of the work, and enlarges it. Small canvases are painted as they are. */
export function paintAtHalf(canvas: Canvas, paint: (half: Canvas) => void): void {
  const { width, height, values } = canvas
  if (Math.min(width, height) < 384) return paint(canvas)
  const half = newCanvas({ width: Math.ceil(width / 2), height: Math.ceil(height / 2) })
  paint(half)
  for (const channel of [0, 1, 2] as const) {
    const plane = planeOf({ ...half, data: half.values }, channel)
    const { data } = resizePlane(plane, width, height)
    for (let at = 0, to: number = channel; at < data.length; at++, to += 3) values[to] = data[at]!
  }
}

/** Lays `light` over the pixel, covering the share of it. */
export function lay(canvas: Canvas, pixel: number, light: Light, share = 1): void {
  const { values } = canvas
  for (let channel = 0, at = pixel * 3; channel < 3; channel++, at++)
    values[at] = values[at]! + (light[channel]! - values[at]!) * share
}

/** The finished picture, with a grain finer than one step of 8 bits, so that gradients show no bands. */
export async function finish(canvas: Canvas, grain: Noise): Promise<Picture> {
  const { width, height, wide, values } = canvas
  const pixels = new Uint8Array(values.length)
  eachRow(canvas, (y) => {
    for (let x = 0; x < width; x++) {
      const speck = grain(x, y) * 3 - 1
      const off = lengthOf((x / width - 0.5) * Math.min(1.2, wide), y / height - 0.5)
      const shade = 255 * (1 - 0.22 * Math.max(0, off - 0.35))
      for (let at = (y * width + x) * 3, end = at + 3; at < end; at++)
        pixels[at] = Math.min(255, Math.max(0, values[at]! * shade + speck))
    }
  })
  return { pixels, width, height, channels: 3 }
}

export function mixLight(from: Light, to: Light, share: number): Light {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ]
}

export function times(a: Light, b: Light, factor = 1): Light {
  return [a[0] * b[0] * factor, a[1] * b[1] * factor, a[2] * b[2] * factor]
}

/** "#ff8800" as light. */
export function light(hex: string): Light {
  const channel = (at: number) => parseInt(hex.slice(at, at + 2), 16) / 255
  return [channel(1), channel(3), channel(5)]
}
