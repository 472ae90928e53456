import 'server-only'
import { layered } from '../noise'
import { clamp, lengthOf, smoothStep } from '../pixels/numbers'
import { randomNumbers } from '../random'
import { lay, type Canvas, type Light } from './canvas'
import { gradientNoise } from './gradient-noise'
import type { Sky } from './sky'

export type MoonPhase = 'none' | 'crescent' | 'full'

/** Radius of the moon, in heights. */
const moonRadius = 0.036

/** Stars above the horizon, fewer towards it; where no moon outshines it, the milky way. */
export function paintStars(canvas: Canvas, { horizon, sun, moon }: Sky, seed: number): void {
  const random = randomNumbers(seed)
  const band = moon === 'full' ? undefined : paintMilkyWay(canvas, horizon, seed + 1, random)
  const count = Math.min(20_000, Math.round(1100 * canvas.wide * (moon === 'full' ? 0.8 : 1.5)))
  for (let star = 0; star < count; star++) {
    const u = random() * canvas.wide
    const v = random() ** 1.15 * horizon * 0.98
    const strength = 0.16 + 0.84 * random() ** 6
    const warm = random()
    if (band && random() > 0.35 + 0.65 * band(u, v)) continue
    const near =
      moon === 'none' ? 1 : smoothStep(0.04, moon === 'full' ? 0.4 : 0.2, lengthOf(u - sun.u, v - sun.v))
    const faded = strength * near * smoothStep(horizon, horizon * 0.72, v)
    if (faded > 0.03) paintStar(canvas, u, v, faded, [0.86 + 0.14 * warm, 0.92, 1.06 - 0.16 * warm])
  }
}

/** One point of light; the strongest have a soft glow. Sizes grow with the picture. */
export function paintStar(canvas: Canvas, u: number, v: number, strength: number, colour: Light): void {
  const { width, height } = canvas
  const size = Math.max(0.7, height / 1100) * (0.6 + 0.75 * strength * strength)
  const reach = Math.ceil(size * 2.6)
  const [x, y] = [u * height, v * height]
  const [column, row] = [Math.floor(x), Math.floor(y)]
  for (let across = -reach; across <= reach; across++)
    for (let down = -reach; down <= reach; down++) {
      const toX = column + across
      const toY = row + down
      if (toX < 0 || toY < 0 || toX >= width || toY >= height) continue
      const off = ((toX + 0.5 - x) ** 2 + (toY + 0.5 - y) ** 2) / (size * size)
      const cover = Math.min(1, strength * 1.15) * Math.exp(-off * 1.3)
      if (cover > 0.015) lay(canvas, toY * width + toX, colour, cover)
    }
}

/** A tilted band of haze with dark lanes; answers how much of it lies at a place, 0 to 1. */
function paintMilkyWay(canvas: Canvas, horizon: number, seed: number, random: () => number) {
  const { width, height, wide, values } = canvas
  const angle = (random() < 0.5 ? 1 : -1) * (0.5 + 0.6 * random())
  const through = { u: wide * (0.25 + 0.5 * random()), v: horizon * 0.45 }
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const noise = gradientNoise(seed)
  const broad = 0.13 + 0.06 * random()
  const band = (u: number, v: number) => {
    const off = ((u - through.u) * sin - (v - through.v) * cos) / broad
    return Math.exp(-off * off)
  }
  for (let y = 0; y < Math.min(height, horizon * height); y++)
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / height
      const v = (y + 0.5) / height
      const here = band(u, v)
      if (here < 0.03) continue
      const cloud = layered(noise, u * 5, v * 5, 5)
      const lane = smoothStep(0.46, 0.62, layered(noise, u * 3.4 + 20, v * 3.4, 4)) * here
      const glow = here * clamp(cloud * 2 - 0.62) * (1 - 0.75 * lane) * smoothStep(horizon, horizon * 0.6, v)
      const at = (y * width + x) * 3
      values[at] = values[at]! + glow * 0.3
      values[at + 1] = values[at + 1]! + glow * 0.29
      values[at + 2] = values[at + 2]! + glow * 0.36
    }
  return band
}

/** A moon with its dark plains; a crescent is lit from one side. */
export function paintMoon(canvas: Canvas, { moon, sun }: Sky, seed: number): void {
  if (moon === 'none') return
  const { width, height, values } = canvas
  const noise = gradientNoise(seed)
  const side = randomNumbers(seed)() < 0.5 ? -1 : 1
  const [left, right] = [sun.u - moonRadius * 1.1, sun.u + moonRadius * 1.1].map((u) =>
    Math.round(u * height),
  )
  const [top, bottom] = [sun.v - moonRadius * 1.1, sun.v + moonRadius * 1.1].map((v) =>
    Math.round(v * height),
  )
  for (let y = Math.max(0, top!); y <= Math.min(height - 1, bottom!); y++)
    for (let x = Math.max(0, left!); x <= Math.min(width - 1, right!); x++) {
      const dx = ((x + 0.5) / height - sun.u) / moonRadius
      const dy = ((y + 0.5) / height - sun.v) / moonRadius
      const off = lengthOf(dx, dy)
      const pixel = 1.5 / (moonRadius * height)
      const inside = smoothStep(1, 1 - pixel, off)
      const shadow = moon === 'full' ? 1 : smoothStep(0.95, 1.03, lengthOf(dx - side * 0.42, dy + 0.18))
      if (inside <= 0) continue
      const plains = 0.8 + 0.26 * layered(noise, dx * 1.7 + 9, dy * 1.7, 4) - 0.1 * off * off
      for (let channel = 0, at = (y * width + x) * 3; channel < 3; channel++, at++) {
        const surface = [1.02, 1.01, 0.95][channel]! * plains
        values[at] = values[at]! + (surface - values[at]!) * inside * shadow
      }
    }
}
