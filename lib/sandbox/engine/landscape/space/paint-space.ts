import 'server-only'
import { layered } from '@/lib/sandbox/engine/noise'
import { lengthOf, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import { light, newCanvas, paintAtHalf, type Canvas, type Light } from '../canvas'
import { gradientNoise } from '../gradient-noise'
import type { Scene } from '../scene'
import { paintStar } from '../stars'
import { paintPlanet } from './planet'

/** Dark to bright gas, and the light of its hottest parts. */
const palettes: readonly (readonly [string, string, string, string])[] = [
  ['#1b0b3a', '#6a1b9a', '#ff6ec7', '#21d4fd'],
  ['#08203a', '#0f5f8a', '#39c0c8', '#ffd9a0'],
  ['#2a0d12', '#8a2b1f', '#f0803c', '#ffe0a6'],
  ['#0d1f2a', '#1f6f62', '#8fd694', '#f6f0b0'],
  ['#160a33', '#3b3fa8', '#8a7bff', '#ffc0e0'],
  ['#241018', '#7a2450', '#e0567f', '#ffd0a0'],
]

/** Gas clouds, stars, and mostly a planet; a galaxy where one is named. */
export function paintSpace(scene: Scene, size: { width: number; height: number }, seed: number): Canvas {
  const canvas = newCanvas(size)
  const galaxy = scene.galaxy === true
  const random = randomNumbers(seed * 3 + 1)
  const chosen = palettes[Math.floor(random() * palettes.length)]!
  const colours = ramp(
    scene.colours.map(({ hex }) => hex),
    chosen,
  )
  const gas = gasOf(canvas.wide, random, galaxy)
  paintAtHalf(canvas, (half) => paintGas(half, colours, gas, seed))
  const count = Math.min(60_000, Math.round(1700 * canvas.wide))
  for (let star = 0; star < count; star++) {
    const strength = 0.16 + 0.84 * random() ** 7
    const warm = random()
    paintStar(canvas, random() * canvas.wide, random(), strength, [
      0.85 + 0.15 * warm,
      0.9,
      1.08 - 0.2 * warm,
    ])
  }
  const named = scene.planet || scene.rings
  if (named || (!galaxy && random() < (scene.nebula ? 0.2 : 0.75))) {
    const rings = scene.rings ?? random() < 0.35
    const radius = 0.15 + 0.13 * random() * Math.min(1, canvas.wide)
    const place = { u: canvas.wide * (0.3 + 0.4 * random()), v: 0.34 + 0.34 * random() }
    const kind = random() < 0.5 ? 'bands' : 'land'
    paintPlanet(
      canvas,
      { ...place, radius, rings, kind, colours, turn: (random() - 0.5) * 1.1, sun: random() < 0.5 ? -1 : 1 },
      seed + 31,
    )
    if (random() < 0.5)
      paintPlanet(
        canvas,
        {
          u: place.u + (random() < 0.5 ? -1 : 1) * radius * 1.9,
          v: place.v - radius * (0.6 + random()),
          radius: radius * 0.16,
          rings: false,
          kind: 'land',
          colours: [
            [0.2, 0.2, 0.22],
            [0.42, 0.41, 0.4],
            [0.6, 0.58, 0.56],
            [0.8, 0.8, 0.82],
          ],
          turn: 0,
          sun: -1,
        },
        seed + 37,
      )
  }
  return canvas
}

/** Four colours from dark to bright: the named ones, filled up. */
function ramp(named: readonly string[], usual: readonly string[]): readonly [Light, Light, Light, Light] {
  const [first, second, third] = named.map(light)
  const [dark, body, bright, hot] = usual.map(light) as [Light, Light, Light, Light]
  if (!first) return [dark, body, bright, hot]
  const dimmed = first.map((value) => value * 0.22) as unknown as Light
  const paler = (colour: Light) => colour.map((value) => value + (1 - value) * 0.45) as unknown as Light
  return [dimmed, first, second ?? paler(first), third ?? paler(second ?? first)]
}

/** What the seed settles of the gas: where it begins in the noise, how large it is, and where a galaxy turns. */
function gasOf(wide: number, random: () => number, galaxy: boolean) {
  return {
    galaxy,
    startX: random() * 50,
    startY: random() * 50,
    scale: 1.5 + 1.3 * random(),
    centre: { u: wide * (0.35 + 0.3 * random()), v: 0.35 + 0.3 * random() },
    tilt: 0.35 + 0.4 * random(),
    turn: random() * Math.PI,
    wound: random() < 0.5 ? -1 : 1,
    rich: 0.5 + 0.5 * random(),
  }
}

function paintGas(
  { width, height, values }: Canvas,
  colours: readonly [Light, Light, Light, Light],
  gas: ReturnType<typeof gasOf>,
  seed: number,
): void {
  const { galaxy, startX, startY, scale, centre, tilt, turn, wound, rich } = gas
  const [body, bend] = [gradientNoise(seed + 1), gradientNoise(seed + 2)]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / height
      const v = (y + 0.5) / height
      const p = u * scale + startX
      const q = v * scale + startY
      const wx = layered(bend, p * 1.1, q * 1.1, 4) - 0.5
      const wy = layered(bend, p * 1.1 + 9, q * 1.1 + 5, 4) - 0.5
      const thin = layered(body, p + wx * 2, q + wy * 2, 6)
      const thick = layered(body, p * 1.2 + wy * 1.8 + 7, q * 1.2 + wx * 1.8 + 3, 6)
      const lane = smoothStep(0.5, 0.7, layered(body, p * 1.7 + wx * 2.4 + 30, q * 1.7 + wy * 2.4, 5))
      let first = smoothStep(0.28, 0.62, thin)
      let second = smoothStep(0.42, 0.74, thin) * rich
      let third = smoothStep(0.5, 0.76, thick) * smoothStep(0.42, 0.62, thin)
      let fourth = smoothStep(0.28, 0.46, thin * thick) * 0.5 * rich
      if (galaxy) {
        const dx = u - centre.u
        const dy = v - centre.v
        const along = dx * Math.cos(turn) + dy * Math.sin(turn)
        const across = (dy * Math.cos(turn) - dx * Math.sin(turn)) / tilt
        const reach = lengthOf(along, across) + wx * 0.03
        const arms =
          0.5 +
          0.5 * Math.cos(2 * Math.atan2(across, along) + wound * Math.log(reach + 0.02) * 4.6 + wx * 2.4)
        const disc = Math.exp(-reach * 4.2)
        const arm = arms ** 2.2 * disc * smoothStep(0.5, 0.3, reach * 0.8)
        const core = Math.exp(-reach * 15)
        first = first * 0.3 + disc * 0.8
        second = second * 0.2 + arm * 1.5 * (0.5 + thin)
        third = arm * 1.3 * smoothStep(0.4, 0.65, thick) + core * 0.8
        fourth = core * 1.3 + arm * 0.4 * thick
      }
      for (let channel = 0, at = (y * width + x) * 3; channel < 3; channel++, at++) {
        let value = [0.01, 0.011, 0.028][channel]!
        value += (colours[0][channel]! - value) * Math.min(1, first)
        value += (colours[1][channel]! - value) * Math.min(1, second * 0.85)
        value += (colours[2][channel]! - value) * Math.min(1, third * 0.8)
        value += (colours[3][channel]! - value) * Math.min(1, fourth)
        values[at] = value * (1 - 0.55 * lane)
      }
    }
}
