import 'server-only'
import type { Light } from '@/lib/sandbox/engine/landscape/canvas'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { emptyPlane, lumaByte, lumaOf, type Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { reducePicture, rowBetween, samplesAlong } from '@/lib/sandbox/engine/pixels/stretch'
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
export function underLowSun(picture: Picture, sun: LowSun, side: number, sky: Plane | undefined): Picture {
  const { width, height, channels, pixels } = picture
  const lit = new Uint8Array(pixels)
  const longest = Math.max(width, height)
  const sigma = Math.max(0.5, longest * 0.006)
  // Both blurs are wide, so that a reduced copy will do.
  const grain = Math.max(1, Math.floor(sigma / 2))
  const light = lumaOf(reducePicture(picture, grain))
  const reach = Math.max(1, Math.round((longest * 0.012) / grain))
  const form = gaussianBlur(light, sigma / grain)
  const turned = towardsSun(form, reach, side < 0.5 ? -2.2 : 2.2)
  const bloom = gaussianBlur(over(light, 0.6), (sigma * 5) / grain)
  const { below, above: beyond, share } = samplesAlong(light.width, width)
  const rows = samplesAlong(light.height, height)
  const [turnedRow, bloomRow] = [new Float32Array(light.width), new Float32Array(light.width)]
  const nearAcross = Float32Array.from({ length: width }, (_, x) =>
    Math.exp(-(((x + 0.5) / width - side) ** 2) * 2.6),
  )
  const { vivid, dull } = tonesOf(sun)
  const { relief, flare } = sun
  const [shadowRed, shadowGreen, shadowBlue] = sun.shadow
  const [moreRed, moreGreen, moreBlue] = [0, 1, 2].map((at) => sun.bright[at]! - sun.shadow[at]!) as Channels
  const [glowRed, glowGreen, glowBlue] = sun.glow
  for (let y = 0, at = 0, to = 0; y < height; y++) {
    const down = (y + 0.5) / height
    const nearDown = Math.exp(-((down - 0.3) ** 2) * 3)
    const [skyRed, skyGreen, skyBlue] = skyAt(sun, down)
    rowBetween(turned, rows, y, turnedRow)
    rowBetween(bloom, rows, y, bloomRow)
    for (let x = 0; x < width; x++, at++, to += channels) {
      const ownRed = pixels[to]!
      const ownGreen = pixels[to + 1]!
      const ownBlue = pixels[to + 2]!
      const luma = lumaByte(ownRed, ownGreen, ownBlue)
      const value = luma * perByte
      const left = below[x]!
      const right = beyond[x]!
      const part = share[x]!
      const towards = turnedRow[left]! + (turnedRow[right]! - turnedRow[left]!) * part
      const shining = bloomRow[left]! + (bloomRow[right]! - bloomRow[left]!) * part
      const high = smoothStep(0, 1, (value + towards * 0.18 - 0.16) * (1 / 0.64))
      const near = nearAcross[x]! * nearDown
      const shade = 1 + relief * towards * (0.4 + 0.6 * near)
      const spread = flare * near * (0.25 + 0.75 * value) + shining * 0.55
      const grey = dull[luma]!
      const red = underGlow((vivid[ownRed]! + grey) * (shadowRed + moreRed * high) * shade, spread * glowRed)
      const green = underGlow(
        (vivid[ownGreen]! + grey) * (shadowGreen + moreGreen * high) * shade,
        spread * glowGreen,
      )
      const blue = underGlow(
        (vivid[ownBlue]! + grey) * (shadowBlue + moreBlue * high) * shade,
        spread * glowBlue,
      )
      const above = sky ? sky.data[at]! * 0.72 : 0
      // Nothing here is below 0 or above 255: half more, and cut off by the array, is rounded.
      if (above <= 0) {
        lit[to] = red + 0.5
        lit[to + 1] = green + 0.5
        lit[to + 2] = blue + 0.5
        continue
      }
      // The sky's own clouds in the colours of a low sun.
      const own = 0.62 + 0.5 * value
      const shine = near * 0.35
      lit[to] = mix(red, 255 * clamp(skyRed * own + glowRed * shine), above) + 0.5
      lit[to + 1] = mix(green, 255 * clamp(skyGreen * own + glowGreen * shine), above) + 0.5
      lit[to + 2] = mix(blue, 255 * clamp(skyBlue * own + glowBlue * shine), above) + 0.5
    }
  }
  return { ...picture, pixels: lit }
}

/**
 * What is lit from one side shows form: where the picture gets lighter towards the sun, 0 to 1, and where darker, to -1.
 *
 * @param reach over how many pixels to either side
 */
function towardsSun({ width, height, data }: Plane, reach: number, strength: number): Plane {
  const turned = emptyPlane(width, height)
  for (let y = 0, row = 0; y < height; y++, row += width)
    for (let x = 0; x < width; x++) {
      const before = data[row + Math.max(0, x - reach)]!
      const after = data[row + Math.min(width - 1, x + reach)]!
      turned.data[row + x] = clamp((before - after) * strength, -1, 1)
    }
  return turned
}

type Channels = [red: number, green: number, blue: number]

const perByte = 1 / 255

/**
 * Exposure and contrast, and a little more colour, as tables for 0 to 255: a channel becomes `vivid` of itself and
 * `dull` of the pixel's luma, together 0 to 255 and a little beyond.
 */
function tonesOf({ exposure, contrast }: LowSun): { vivid: Float32Array; dull: Float32Array } {
  const [vivid, dull] = [new Float32Array(256), new Float32Array(256)]
  for (let own = 0; own < 256; own++) {
    const exposed = own * perByte * exposure
    vivid[own] = 255 * 1.08 * clamp(0.5 + (exposed - 0.5) * contrast)
    dull[own] = -255 * 0.08 * (0.5 + (exposed - 0.5) * contrast)
  }
  return { vivid, dull }
}

/** A tone with the sun's light over it, both 0 to 255. @param spread of the light: well below 1 */
function underGlow(tone: number, spread: number): number {
  return 255 - (255 - clamp(tone, 0, 255)) * (1 - spread)
}

/** What of a plane lies above a limit. */
function over({ width, height, data }: Plane, limit: number): Plane {
  const plane = emptyPlane(width, height)
  for (let at = 0; at < data.length; at++) plane.data[at] = Math.max(0, data[at]! - limit)
  return plane
}

function skyAt({ sky: [top, middle, low] }: LowSun, down: number): Channels {
  const [from, to, share] = down < 0.3 ? [top, middle, down / 0.3] : [middle, low, clamp((down - 0.3) / 0.3)]
  return [0, 1, 2].map((channel) => mix(from[channel]!, to[channel]!, share)) as Channels
}
