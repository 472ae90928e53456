import type { Channels, Plane } from './picture-copy'

/** A tint over a whole picture: each sRGB channel becomes `base + gain * channel`, as by a wrong white balance. */
export type ColourCast = [red: ChannelCast, green: ChannelCast, blue: ChannelCast]

export interface ChannelCast {
  base: number
  gain: number
}

/** Channel steps between the dark and the light third below which no gain can be told from the base. */
const leastSpan = 16
const strongestGain = 1.5
/** Medians of more are no better. */
const mostPixels = 5000

/**
 * The cast by which one picture became another, seen on some of their pixels (indexes). Tukey's resistant line for each
 * channel: through the medians of the darkest and of the lightest third, which a minority of pixels that changed for
 * other reasons does not move. Undefined without pixels.
 */
export function findColourCast(before: Channels, after: Channels, pixels: number[]): ColourCast | undefined {
  if (pixels.length < 3) return undefined
  const every = Math.ceil(pixels.length / mostPixels)
  const some = pixels.filter((_, index) => index % every === 0)
  const [red, green, blue] = [0, 1, 2].map((channel) =>
    resistantLine(before[channel]!, after[channel]!, some),
  )
  return [red!, green!, blue!]
}

/** What a channel was before the cast. */
export function withoutCast(channel: number, { base, gain }: ChannelCast): number {
  return (channel - base) / gain
}

function resistantLine(before: Plane, after: Plane, pixels: number[]): ChannelCast {
  const byLight = Uint32Array.from(pixels).sort(
    (first, second) => before.values[first]! - before.values[second]!,
  )
  const third = Math.floor(byLight.length / 3)
  const [dark, light] = [byLight.subarray(0, third), byLight.subarray(-third)]
  const [from, to] = [median(before, dark), median(before, light)]
  const [drawnFrom, drawnTo] = [median(after, dark), median(after, light)]
  const free = to - from < leastSpan ? 1 : (drawnTo - drawnFrom) / (to - from)
  const gain = Math.min(Math.max(free, 1 / strongestGain), strongestGain)
  return { gain, base: (drawnFrom + drawnTo - gain * (from + to)) / 2 }
}

function median(channel: Plane, pixels: Uint32Array): number {
  const sorted = Float32Array.from(pixels, (at) => channel.values[at]!).sort()
  return sorted[sorted.length >> 1]!
}
