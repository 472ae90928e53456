import 'server-only'
import { layered } from '../noise'
import { clamp } from '../pixels/numbers'
import type { Canvas } from './canvas'
import { gradientNoise } from './gradient-noise'

/** Northern lights: three curtains of rays, green at the foot and violet above. */
export function paintAurora({ width, height, values }: Canvas, horizon: number, seed: number): void {
  const [fold, ray] = [gradientNoise(seed), gradientNoise(seed + 1)]
  for (let x = 0; x < width; x++) {
    const u = x / height
    for (let curtain = 0; curtain < 3; curtain++) {
      const bend = layered(fold, u * 1.7 + curtain * 7, curtain * 3.3, 4) - 0.5
      const foot = horizon * (0.84 - 0.2 * curtain) + bend * 0.42
      const strength = clamp(layered(fold, u * 1.1 + 40, curtain * 9.1, 3) * 2.2 - 0.55)
      const rays = 0.35 + 1.1 * layered(ray, (u + bend * 0.5) * 30 + curtain * 11, curtain, 3)
      const tall = horizon * (0.24 + 0.5 * layered(fold, u * 3.1 + 20, curtain + 5.5, 3))
      const from = Math.max(0, Math.floor((foot - tall) * height))
      const to = Math.min(height * horizon, (foot + 0.09) * height)
      for (let y = from; y < to; y++) {
        const up = (foot - y / height) / tall
        const glow =
          strength * rays * 0.5 * (up < 0 ? Math.exp((up * tall) / 0.025) : Math.exp(-up * 3) * (1 - up))
        const violet = clamp(up * 1.5)
        const at = (y * width + x) * 3
        values[at] = values[at]! + glow * (0.12 + 0.42 * violet)
        values[at + 1] = values[at + 1]! + glow * (1 - 0.72 * violet)
        values[at + 2] = values[at + 2]! + glow * (0.5 + 0.38 * violet)
      }
    }
  }
}
