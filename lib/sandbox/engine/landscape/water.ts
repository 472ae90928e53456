import 'server-only'
import { smoothStep } from '../change-colours'
import { eachRow } from '../each-row'
import { layered, noiseOf } from '../noise'
import { mixLight, times, type Canvas, type Light } from './canvas'
import type { Sky } from './sky'

/** Water from `shore` (v) down: a rippled mirror of what stands above it, with the sun's path on it. */
export async function paintWater(canvas: Canvas, sky: Sky, shore: number, seed: number): Promise<void> {
  const { width, height, values } = canvas
  const noise = noiseOf(seed)
  const edge = Math.round(shore * height)
  const deep: Light = mixLight(times(sky.palette.zenith, [0.55, 0.6, 0.65]), sky.palette.haze, 0.12)
  eachRow(canvas, (y) => {
    if (y < edge) return
    const v = (y + 0.5) / height
    // 0 at the far shore, 1 at our feet: waves look larger and the mirror weaker the nearer they are.
    const near = (v - shore) / (1 - shore)
    const fine = 230 / (1 + near * 5)
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / height
      const wave = layered(noise, u * fine * 0.16, v * fine, 3) - 0.5
      const mirrored = edge - 1 - (y - edge) * 0.9 + wave * height * (0.012 + 0.07 * near)
      const row = Math.min(edge - 1, Math.max(0, Math.round(mirrored)))
      const column = Math.min(width - 1, Math.max(0, Math.round(x + wave * height * 0.02)))
      const from = (row * width + column) * 3
      const mirror = 0.84 - 0.34 * near
      const path = Math.exp(-(((u - sky.sun.u) / (0.05 + 0.1 * near)) ** 2))
      const glint = smoothStep(0.02, 0.2, wave) * path * (sky.night ? 0.5 : 0.75)
      const bank = smoothStep(0, 0.012, v - shore)
      for (let channel = 0; channel < 3; channel++) {
        const water = deep[channel]! + (values[from + channel]! - deep[channel]!) * mirror
        const lit = water * (0.8 + 0.2 * bank) + sky.palette.sun[channel]! * glint
        values[(y * width + x) * 3 + channel] = lit
      }
    }
  })
}
