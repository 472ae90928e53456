import { hexOf } from './hex'

/** Bits of each channel by which pixels are put together at first. */
const bits = 4
/** How far apart two swatches are at least, as a distance in RGB: nearer ones look the same. */
const leastDistance = 40

/**
 * The main colours of a picture, the commonest first, as "#1E6FD9". Transparent pixels don't count.
 *
 * @param pixels  RGBA, one byte each; a small copy of the picture does
 */
export function mainColours(pixels: Uint8ClampedArray, count: number): string[] {
  const bins = new Map<number, { pixels: number; sum: [number, number, number] }>()
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha < 128) continue
    const shift = 8 - bits
    const key = ((red >> shift) << (2 * bits)) | ((green >> shift) << bits) | (blue >> shift)
    const bin = bins.get(key) ?? { pixels: 0, sum: [0, 0, 0] }
    bin.pixels += 1
    bin.sum[0] += red
    bin.sum[1] += green
    bin.sum[2] += blue
    bins.set(key, bin)
  }
  const chosen: [number, number, number][] = []
  for (const { pixels: size, sum } of [...bins.values()].sort((a, b) => b.pixels - a.pixels)) {
    const colour = sum.map((value) => Math.round(value / size)) as [number, number, number]
    if (chosen.every((other) => distance(other, colour) >= leastDistance)) chosen.push(colour)
    if (chosen.length === count) break
  }
  return chosen.map((colour) => hexOf(...colour))
}

function distance(one: readonly number[], other: readonly number[]): number {
  return Math.hypot(...one.map((value, channel) => value - (other[channel] ?? 0)))
}
