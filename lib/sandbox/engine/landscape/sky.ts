import 'server-only'
import { smoothStep } from '../change-colours'
import { eachRow } from '../each-row'
import { layered, noiseOf } from '../noise'
import { randomNumbers } from '../random'
import { lay, mixLight, times, type Canvas, type Light } from './canvas'
import type { Palette } from './palette'

/** What lights the landscape. Places in heights, as on the canvas. */
export interface Sky {
  palette: Palette
  night: boolean
  horizon: number
  sun: { u: number; v: number }
}

/** Where the sun (by night the moon) stands for this seed. */
export function skyOf(palette: Palette, night: boolean, horizon: number, wide: number, seed: number): Sky {
  const random = randomNumbers(seed)
  const [lowest, highest] = palette.sunHeight
  const height = lowest + (highest - lowest) * random()
  return { palette, night, horizon, sun: { u: wide * (0.16 + 0.68 * random()), v: horizon * (1 - height) } }
}

/** Gradient, sun or moon with its glow, clouds, and stars by night; covers the whole canvas. */
export async function paintSky(canvas: Canvas, sky: Sky, seed: number): Promise<void> {
  const { width, height } = canvas
  const cloudNoise = noiseOf(seed + 1)
  const bend = noiseOf(seed + 2)
  const amount = 0.35 + 0.65 * randomNumbers(seed + 3)()
  eachRow(canvas, drawRow)
  if (sky.night) paintStars(canvas, sky, seed)

  function drawRow(y: number) {
    const v = (y + 0.5) / height
    const down = Math.min(1, v / sky.horizon)
    // Clouds lie on a flat ceiling: the nearer the horizon, the smaller they look.
    const distance = 1 / (1.08 - down)
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / height
      let colour = clearSky(sky, u, v, down)
      if (down < 1) {
        const [across, away] = [(u - canvas.wide / 2) * distance * 1.5 + 7, distance * 2.3]
        const swirl = bend(across * 1.4, away * 1.4) - 0.5
        const body = layered(cloudNoise, across * 1.3 + swirl * 0.9, away * 1.5 + swirl * 0.5, 5)
        const thin = 1 - 0.9 * Math.exp(-(((u - sky.sun.u) ** 2 + (v - sky.sun.v) ** 2) / 0.004))
        const thick = smoothStep(0.63 - 0.16 * amount, 0.84 - 0.14 * amount, body)
        const cover = thick * smoothStep(1, 0.82, down) * thin * 0.92
        if (cover > 0.01) {
          // Thick middles are shaded, thin rims glow; towards the sun everything is brighter.
          const near = Math.exp(-Math.hypot(u - sky.sun.u, v - sky.sun.v) * 2.6)
          const lit = Math.min(1, Math.max(0, 1.05 - (body - 0.5) * 2.6 + near * 0.35 - down * 0.15))
          colour = mixLight(colour, mixLight(sky.palette.cloudShade, sky.palette.cloudLit, lit), cover)
        }
      }
      lay(canvas, y * width + x, colour)
    }
  }
}

function clearSky({ palette, night, sun }: Sky, u: number, v: number, down: number): Light {
  const base =
    down < 0.55
      ? mixLight(palette.zenith, palette.middle, smoothStep(0, 1, down / 0.55))
      : mixLight(palette.middle, palette.horizon, smoothStep(0, 1, (down - 0.55) / 0.45))
  const distance = Math.hypot(u - sun.u, v - sun.v)
  const glow = night
    ? Math.exp(-distance * 6) * 0.2
    : Math.exp(-distance * distance * 30) * 0.38 + Math.exp(-distance * 5.5) * 0.34
  const radius = night ? 0.034 : 0.024
  const disc = smoothStep(radius, radius * 0.9, distance)
  const shone: Light = [
    base[0] + palette.sun[0] * glow * 0.8,
    base[1] + palette.sun[1] * glow * 0.68,
    base[2] + palette.sun[2] * glow * 0.5,
  ]
  // Brighter than white, so that it is still bright in the water.
  return disc > 0 ? mixLight(shone, times(palette.sun, [1, 1, 1], night ? 1 : 1.5), disc) : shone
}

function paintStars(canvas: Canvas, { horizon, sun }: Sky, seed: number): void {
  const { width, height } = canvas
  const random = randomNumbers(seed + 4)
  const size = Math.max(1, height / 1024)
  const count = Math.round(900 * canvas.wide)
  for (let star = 0; star < count; star++) {
    const [x, y] = [random() * width, random() ** 1.2 * horizon * height * 0.97]
    const strength = 0.15 + 0.85 * random() ** 5
    const reach = size * (strength > 0.6 ? 1.3 : 0.8)
    const fromMoon = Math.hypot(x / height - sun.u, y / height - sun.v)
    if (fromMoon < 0.06) continue
    for (let row = Math.floor(y - reach * 2); row <= y + reach * 2; row++)
      for (let column = Math.floor(x - reach * 2); column <= x + reach * 2; column++) {
        if (row < 0 || column < 0 || row >= height || column >= width) continue
        const off = ((column - x) ** 2 + (row - y) ** 2) / (reach * reach)
        const cover = strength * Math.exp(-off * 1.4) * smoothStep(0.05, 0.3, fromMoon)
        if (cover > 0.02) lay(canvas, row * width + column, [0.95, 0.96, 1], cover)
      }
  }
}
