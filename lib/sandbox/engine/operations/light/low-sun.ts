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

/** Changes the picture in place. @param side where the sun stands just outside the frame: 0 left, 1 right */
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
  const bright = new Float32Array(luma.data.length)
  for (let at = 0; at < bright.length; at++) bright[at] = luma.data[at]! > 0.6 ? luma.data[at]! - 0.6 : 0
  const bloom = coarseBlur({ width, height, data: bright }, Math.max(0.5, longest * 0.03)).data
  const nearAcross = Float32Array.from({ length: width }, (_, x) =>
    Math.exp(-(((x + 0.5) / width - side) ** 2) * 2.6),
  )
  const { exposure, contrast } = sun
  const [shadowRed, shadowGreen, shadowBlue] = sun.shadow
  const [moreRed, moreGreen, moreBlue] = [0, 1, 2].map((at) => sun.bright[at]! - sun.shadow[at]!) as Channels
  const [glowRed, glowGreen, glowBlue] = sun.glow
  /** One channel of the ground: exposure and contrast, a little more colour, the tint, and the sun's light over it. */
  const onGround = (own: number, grey: number, tint: number, spread: number) => {
    const exposed = own * exposure
    const curved = clamp(0.5 + ((exposed < 1 ? exposed : 1) - 0.5) * contrast)
    const toned = clamp((grey + (curved - grey) * 1.08) * tint)
    return 1 - (1 - toned) * (1 - (spread < 1 ? spread : 1))
  }
  for (let y = 0, at = 0, to = 0; y < height; y++) {
    const down = (y + 0.5) / height
    const nearDown = Math.exp(-((down - 0.3) ** 2) * 3)
    const base = skyAt(sun, down)
    const row = y * width
    for (let x = 0; x < width; x++, at++, to += 3) {
      const value = luma.data[at]!
      const ahead = form[row + clamp(x + reach, 0, width - 1)]!
      const behind = form[row + clamp(x - reach, 0, width - 1)]!
      const towards = clamp((behind - ahead) * 2.2, -1, 1)
      const high = smoothStep(0.16, 0.8, value + towards * 0.18)
      const near = nearAcross[x]! * nearDown
      const shade = 1 + sun.relief * towards * (0.4 + 0.6 * near)
      const spread = sun.flare * near * (0.25 + 0.75 * value) + bloom[at]! * 0.55
      const above = sky ? sky.data[at]! : 0
      const grey = 0.5 + (value * exposure - 0.5) * contrast
      data[to] = onGround(data[to]!, grey, (shadowRed + moreRed * high) * shade, spread * glowRed)
      data[to + 1] = onGround(
        data[to + 1]!,
        grey,
        (shadowGreen + moreGreen * high) * shade,
        spread * glowGreen,
      )
      data[to + 2] = onGround(data[to + 2]!, grey, (shadowBlue + moreBlue * high) * shade, spread * glowBlue)
      if (above <= 0) continue
      // The sky's own clouds in the colours of a low sun.
      const [own, shine, share] = [0.62 + 0.5 * value, near * 0.35, above * 0.72]
      data[to] = mix(data[to]!, clamp(base[0] * own + glowRed * shine), share)
      data[to + 1] = mix(data[to + 1]!, clamp(base[1] * own + glowGreen * shine), share)
      data[to + 2] = mix(data[to + 2]!, clamp(base[2] * own + glowBlue * shine), share)
    }
  }
  return picture
}

type Channels = [red: number, green: number, blue: number]

function skyAt({ sky: [top, middle, low] }: LowSun, down: number): Channels {
  const [from, to, share] = down < 0.3 ? [top, middle, down / 0.3] : [middle, low, clamp((down - 0.3) / 0.3)]
  return [0, 1, 2].map((channel) => mix(from[channel]!, to[channel]!, share)) as Channels
}
