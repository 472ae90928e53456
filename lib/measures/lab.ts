import { plane, type Channels, type Plane } from './picture-copy'

/** CIELAB under D65: lightness 0 to 100, green to red, blue to yellow. */
export type Lab = readonly [lightness: number, a: number, b: number]

export type LabPlanes = [lightness: Plane, a: Plane, b: Plane]

/** White of D65 for the 2° observer, as the sRGB matrix makes it. */
const white = [0.950456, 1, 1.089058] as const

/** From sRGB, each channel 0 to 255. */
export function labOf(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / white[0])
  const y = curve((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / white[1])
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / white[2])
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

export function labPlanes([red, green, blue]: Channels): LabPlanes {
  const planes: LabPlanes = [plane(red), plane(red), plane(red)]
  for (let at = 0; at < red.values.length; at++) {
    const lab = labOf(red.values[at]!, green.values[at]!, blue.values[at]!)
    planes[0].values[at] = lab[0]
    planes[1].values[at] = lab[1]
    planes[2].values[at] = lab[2]
  }
  return planes
}

/** Resampling may overshoot what a byte can hold. */
function linear(channel: number): number {
  const value = Math.min(Math.max(channel / 255, 0), 1)
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function curve(ratio: number): number {
  return ratio > 216 / 24389 ? Math.cbrt(ratio) : ((24389 / 27) * ratio + 16) / 116
}
