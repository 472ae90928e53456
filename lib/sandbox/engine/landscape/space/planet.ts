import 'server-only'
import { layered, type Noise } from '@/lib/sandbox/engine/noise'
import { clamp, lengthOf, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { mixLight, type Canvas, type Light } from '../canvas'
import { gradientNoise } from '../gradient-noise'

export interface Planet {
  u: number
  v: number
  /** In heights. */
  radius: number
  rings: boolean
  /** Of gas in bands, or of rock with seas. */
  kind: 'bands' | 'land'
  colours: readonly [Light, Light, Light, Light]
  /** How its axis leans, in radians. */
  turn: number
  /** The side its sun is on: -1 left, 1 right. */
  sun: -1 | 1
}

/** A lit ball with a day and a night side, a rim of air, and perhaps rings before and behind it. */
export function paintPlanet(canvas: Canvas, planet: Planet, seed: number): void {
  const { width, height, values } = canvas
  const { radius, colours, turn } = planet
  const noise = gradientNoise(seed)
  const length = lengthOf(0.66, 0.42, 0.5)
  const sun = [(0.66 * planet.sun) / length, -0.42 / length, 0.5 / length] as const
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const reach = radius * (planet.rings ? 2.5 : 1.35)
  const [left, right] = [
    Math.max(0, Math.floor((planet.u - reach) * height)),
    Math.min(width - 1, Math.ceil((planet.u + reach) * height)),
  ]
  const [top, bottom] = [
    Math.max(0, Math.floor((planet.v - reach) * height)),
    Math.min(height - 1, Math.ceil((planet.v + reach) * height)),
  ]
  const soft = 1.2 / (radius * height)
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const dx = ((x + 0.5) / height - planet.u) / radius
      const dy = ((y + 0.5) / height - planet.v) / radius
      const far = lengthOf(dx, dy)
      const at = (y * width + x) * 3
      const along = dx * cos + dy * sin
      const across = dy * cos - dx * sin
      const ring = planet.rings ? ringAt(noise, along, across) : 0
      const ringBehind = across < 0
      if (ring > 0 && (ringBehind || far > 1)) layRing(values, at, ring, colours, along, planet.sun, far)
      if (far < 1 + soft) {
        const up = Math.sqrt(Math.max(0, 1 - far * far))
        const facing = dx * sun[0] + dy * sun[1] + up * sun[2]
        const day = smoothStep(-0.08, 0.75, facing)
        const own =
          planet.kind === 'bands'
            ? bandsAt(noise, along, across, colours)
            : landAt(noise, along, across, up, colours)
        const rim = (1 - up) ** 3
        const cover = clamp((1 - far) / soft + 0.5)
        // The rings throw their shadow on the ball.
        const shaded = planet.rings ? 1 - 0.55 * ringAt(noise, along, across - 0.16) : 1
        for (let channel = 0; channel < 3; channel++) {
          const value = own[channel]! * (day * 1.12 * shaded + 0.012) + colours[3][channel]! * rim * day * 0.6
          values[at + channel] = values[at + channel]! + (value - values[at + channel]!) * cover
        }
      } else {
        const air = Math.exp(-(far - 1) * 17) * 0.3 * clamp(0.45 + (dx * sun[0] + dy * sun[1]) * 0.8)
        for (let channel = 0; channel < 3; channel++)
          values[at + channel] = values[at + channel]! + colours[3][channel]! * air
      }
      if (ring > 0 && !ringBehind && far <= 1 + soft) layRing(values, at, ring, colours, along, planet.sun, 2)
    }
}

/** How much ring is at a place, 0 to 1: a flat disc seen at a slant, with gaps. */
function ringAt(noise: Noise, along: number, across: number): number {
  const reach = lengthOf(along, across / 0.24)
  if (reach < 1.28 || reach > 2.3) return 0
  const grooves = 0.35 + 0.65 * layered(noise, reach * 22, 4.5, 4)
  const gap = smoothStep(0.02, 0.045, Math.abs(reach - 1.92))
  return smoothStep(1.28, 1.4, reach) * smoothStep(2.3, 2.2, reach) * grooves * gap
}

function layRing(
  values: Float32Array,
  at: number,
  ring: number,
  colours: Planet['colours'],
  along: number,
  sun: number,
  far: number,
): void {
  // Behind the ball, away from its sun, the rings lie in its shadow.
  const dark = far < 1.9 && along * sun < -0.2 && far > 1 ? 0.75 : 1
  for (let channel = 0; channel < 3; channel++) {
    const own = (0.72 + colours[2][channel]! * 0.4) * 0.85 * dark
    values[at + channel] = values[at + channel]! + (own - values[at + channel]!) * ring * 0.82
  }
}

function bandsAt(noise: Noise, along: number, across: number, [, body, bright]: Planet['colours']): Light {
  const swirl = layered(noise, along * 2, across * 3, 4) * 1.3
  const band = layered(noise, along * 0.9 + 3, across * 6.5 + swirl, 5)
  const pale = mixLight(bright, [0.96, 0.88, 0.76], smoothStep(0.3, 0.62, band))
  return mixLight(
    pale,
    body,
    smoothStep(0.5, 0.74, layered(noise, along * 0.6 + 40, across * 9 + swirl, 4)) * 0.7,
  )
}

function landAt(
  noise: Noise,
  along: number,
  across: number,
  up: number,
  [dark, body, bright, hot]: Planet['colours'],
): Light {
  // The surface turns away at the rim, so the pattern is drawn together there.
  const [x, y] = [along * (1.6 - 0.6 * up), across * (1.6 - 0.6 * up)]
  const ground = layered(noise, x * 1.5 + 20, y * 1.5, 6)
  const land = smoothStep(0.5, 0.54, ground)
  const sea = mixLight(dark, body, 0.75)
  const coast = mixLight(bright, [0.55, 0.5, 0.4], 0.45)
  const cloud = smoothStep(
    0.52,
    0.7,
    layered(noise, x * 2 + 60, y * 3.2 + layered(noise, x * 2, y * 2, 3) * 2, 5),
  )
  const cap = smoothStep(0.8, 0.9, Math.abs(across) + (ground - 0.5) * 0.3)
  return mixLight(
    mixLight(mixLight(sea, coast, land), [0.94, 0.96, 1], cap),
    mixLight(hot, [1, 1, 1], 0.7),
    cloud * 0.8,
  )
}
