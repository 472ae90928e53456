import 'server-only'
import type { Light } from '@/lib/sandbox/engine/landscape/canvas'
import { coarseBlur } from '@/lib/sandbox/engine/pixels/coarse'
import { lumaOf, type FloatPicture, type Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { randomNumbers } from '@/lib/sandbox/engine/random'

/** The light of a sun near the horizon. */
export interface LowSun {
  /** By what shadows and lights are multiplied. */
  shadow: Light
  bright: Light
  /** The sun's own light, which spreads over what is near it. */
  glow: Light
  /** Sky from the top to the horizon. */
  sky: readonly [Light, Light, Light]
  exposure: number
  contrast: number
  /** How much the side towards the sun is lit, and how far its glow reaches. */
  relief: number
  flare: number
}

/** Where the sun stands: near the left or the right edge of the picture. */
export function sideOf(seed: number): number {
  const random = randomNumbers(seed)
  const left = random() < 0.5
  const off = random() * 0.16
  return left ? off : 1 - off
}

/** @param side where the sun stands just outside the frame: 0 left, 1 right */
export function underLowSun(
  picture: FloatPicture,
  sun: LowSun,
  side: number,
  sky: Plane | undefined,
): FloatPicture {
  const { width, height, data } = picture
  const luma = lumaOf(picture)
  const longest = Math.max(width, height)
  // What is lit from one side shows form: brighter where the picture gets lighter towards the sun.
  const form = coarseBlur(luma, Math.max(0.5, longest * 0.006)).data
  const reach = Math.max(1, Math.round(longest * 0.012)) * (side < 0.5 ? -1 : 1)
  const bloom = coarseBlur(
    { width, height, data: luma.data.map((value) => Math.max(0, value - 0.6)) },
    Math.max(0.5, longest * 0.03),
  ).data
  const lit = new Float32Array(data.length)
  const nearAcross = Float32Array.from({ length: width }, (_, x) =>
    Math.exp(-(((x + 0.5) / width - side) ** 2) * 2.6),
  )
  for (let y = 0, at = 0; y < height; y++) {
    const down = (y + 0.5) / height
    const nearDown = Math.exp(-((down - 0.3) ** 2) * 3)
    for (let x = 0; x < width; x++, at++) {
      const value = luma.data[at]!
      const ahead = form[y * width + clamp(x + reach, 0, width - 1)]!
      const behind = form[y * width + clamp(x - reach, 0, width - 1)]!
      const towards = clamp((behind - ahead) * 2.2, -1, 1)
      const high = smoothStep(0.16, 0.8, value + towards * 0.18)
      const near = nearAcross[x]! * nearDown
      const shade = 1 + sun.relief * towards * (0.4 + 0.6 * near)
      const spread = sun.flare * near * (0.25 + 0.75 * value) + bloom[at]! * 0.55
      const above = sky ? sky.data[at]! : 0
      for (let channel = 0; channel < 3; channel++) {
        const own = data[at * 3 + channel]!
        const curved = clamp(0.5 + (clamp(own * sun.exposure) - 0.5) * sun.contrast)
        const grey = 0.5 + (value * sun.exposure - 0.5) * sun.contrast
        const toned = mix(grey, curved, 1.08) * mix(sun.shadow[channel]!, sun.bright[channel]!, high) * shade
        const ground = 1 - (1 - clamp(toned)) * (1 - clamp(spread * sun.glow[channel]!))
        lit[at * 3 + channel] =
          above > 0 ? mix(ground, skyLight(sun, channel, down, value, near), above * 0.72) : ground
      }
    }
  }
  return { width, height, data: lit }
}

/** The sky's own clouds in the colours of a low sun. */
function skyLight({ sky, glow }: LowSun, channel: number, down: number, value: number, near: number): number {
  const base =
    down < 0.3
      ? mix(sky[0][channel]!, sky[1][channel]!, down / 0.3)
      : mix(sky[1][channel]!, sky[2][channel]!, clamp((down - 0.3) / 0.3))
  return clamp(base * (0.62 + 0.5 * value) + glow[channel]! * near * 0.35)
}
