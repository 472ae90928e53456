import 'server-only'
import { layered } from '@/lib/sandbox/engine/noise'
import { clamp, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { mixLight, times, type Canvas, type Light } from '../canvas'
import { gradientNoise } from '../gradient-noise'
import { showsSun, type Sky } from '../sky'
import type { Seen } from './grid'
import { airCover, airLight, type Air } from './paint-land'
import { distances, sideways, stepAt, steps, type View } from './view'

/**
 * Water at elevation 0: a mirror of what stands above it, rippled more the nearer it is, with the path of the sun and
 * foam where it meets the shore.
 *
 * @param rough 0 a still lake, 1 the open sea
 */
export function paintWater(
  canvas: Canvas,
  view: View,
  seen: Seen,
  { sky, air, rough, seed }: { sky: Sky; air: Air; rough: number; seed: number },
): void {
  const { width, height, values } = canvas
  const noise = gradientNoise(seed)
  const shine = showsSun(sky) ? 1 : sky.night && sky.moon !== 'none' ? 0.55 : 0.06
  const deep: Light = mixLight(
    times(sky.palette.middle, [0.26, 0.42, 0.5]),
    times(sky.palette.zenith, [0.4, 0.6, 0.66]),
    0.4,
  )
  const shallow: Light = times(mixLight(sky.palette.horizon, sky.palette.middle, 0.5), [0.5, 0.86, 0.84])
  const line = sky.horizon * height
  const isWater = (pixel: number) => {
    const step = seen.step[pixel]!
    if (step < 0) return false
    const at = Math.min(steps - 2, Math.floor(step))
    const here = at * width + (pixel % width)
    return (
      seen.elevations[here]! + (seen.elevations[here + width]! - seen.elevations[here]!) * (step - at) < 0
    )
  }
  const shores = shoreline(seen, width, height, isWater)
  for (let y = Math.max(1, Math.floor(line)); y < height; y++) {
    const distance = Math.max(0.03, (view.eye * view.focal) / Math.max(0.0005, (y + 0.5 - line) / height))
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      if (!isWater(pixel)) continue
      const u = (x + 0.5) / height
      const worldX = sideways(view, x, distance)
      // Waves seen edge-on: long across, short along; those finer than a pixel are left out.
      const far = clamp(distance / 4)
      const scale = Math.min(70, (0.05 * height) / distance)
      const across = worldX * scale * 0.7
      const along = distance * Math.min(scale * 2.2, (0.11 * height * view.eye) / (distance * distance))
      const wave = layered(noise, across, along * 1.4, 3) - 0.5
      const swell = rough * (layered(noise, worldX * 7 + 20, distance * 26 + wave, 2) - 0.5) * (1 - far)
      const tilt = (wave * (0.5 + 0.6 * rough) + swell * 0.9) * (0.35 + 0.65 * (1 - far))
      const top = shores[pixel]!
      const lift = Math.abs(tilt) * height * (0.05 + 0.1 * rough) * (1 - far * 0.7) + tilt * height * 0.05
      let mirrored = 2 * line - y
      for (let pass = 0; pass < 2; pass++) {
        const at = Math.round(clamp(mirrored, 0, top - 1)) * width + x
        const step = seen.step[at]!
        mirrored =
          2 * line -
          y +
          (step < 0 ? 0 : ((2 * view.eye * view.focal) / distances[Math.floor(step)]!) * height)
      }
      const row = Math.round(clamp(mirrored - lift, 0, Math.max(0, top - 1)))
      const column = Math.round(clamp(x + tilt * height * 0.03, 0, width - 1))
      const from = (row * width + column) * 3
      const glancing = clamp((y + 0.5 - line) / height / (1 - sky.horizon + 0.001))
      const mirror = clamp(0.9 - 0.55 * glancing - Math.max(0, tilt) * 0.7, 0.12, 0.95)
      const path = Math.exp(-(((u - sky.sun.u) / (0.035 + 0.13 * glancing + 0.05 * rough)) ** 2))
      const glint = smoothStep(0.05, 0.3, wave + 0.12) * path * shine * 0.85
      const at = Math.min(steps - 1, Math.max(0, Math.floor(stepAt(distance))))
      const depth = Math.max(0, -seen.elevations[at * width + x]!)
      const foam =
        rough * foamAt(noise, worldX, distance, depth) +
        smoothStep(0.24, 0.34, tilt) * rough * 0.3 * (1 - far)
      const bed = smoothStep(0.035, 0, depth) * (rough > 0.3 ? 0.75 : 0.25)
      const veil = airCover(air, distance, 0) * 0.85
      const away = airLight(sky, u)
      const white = Math.min(1, sky.palette.shadow[1] + sky.palette.sunlight[1] * 0.55)
      for (let channel = 0; channel < 3; channel++) {
        const body = deep[channel]! + (shallow[channel]! - deep[channel]!) * bed
        let value =
          body +
          (values[from + channel]! - body) * mirror * (1 - bed * 0.4) +
          sky.palette.sun[channel]! * glint
        value += (white * (0.92 + 0.04 * channel) - value) * Math.min(0.9, foam)
        values[pixel * 3 + channel] = value + (away[channel]! - value) * veil
      }
    }
  }
}

/** Lines of foam that run towards the shore, the last of them on the sand. */
function foamAt(noise: (x: number, y: number) => number, x: number, z: number, depth: number): number {
  if (depth > 0.04) return 0
  const ragged = layered(noise, x * 38, z * 38, 3) - 0.5
  const line = (centre: number, broad: number) =>
    Math.exp(-(((depth + ragged * 0.008 - centre) / broad) ** 2))
  const torn = smoothStep(0.3, 0.6, layered(noise, x * 90 + 7, z * 50, 2))
  return line(0.0005, 0.0022) + line(0.009, 0.0016) * torn * 0.8 + line(0.021, 0.0022) * torn * 0.6
}

/** For every pixel of water the row where its water begins, in the same column. */
function shoreline(
  seen: Seen,
  width: number,
  height: number,
  isWater: (pixel: number) => boolean,
): Int32Array {
  const tops = new Int32Array(width * height)
  for (let x = 0; x < width; x++) {
    let top = 0
    for (let y = 0; y < height; y++) {
      const pixel = y * width + x
      if (!isWater(pixel)) top = y + 1
      tops[pixel] = Math.max(1, top)
    }
  }
  return tops
}
