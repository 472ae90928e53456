import 'server-only'
import { layered, type Noise } from '@/lib/sandbox/engine/noise'
import { clamp, lengthOf, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { mixLight, type Canvas, type Light } from '../canvas'
import { gradientNoise } from '../gradient-noise'
import type { Sky } from '../sky'
import type { Elevation, Seen } from './grid'
import type { Spot } from './soil'
import { directionOf, sunOver } from './sunlight'
import { distances, sideways, steps, type View } from './view'

export interface Air {
  /** How soon the distance fades: 1 on a clear day. */
  haze: number
  /** Mist that lies low, 0 to 1. */
  mist: number
}

/** What far things fade into, seen in this direction: brighter below the sun. */
export function airLight(sky: Sky, u: number): Light {
  const near = Math.exp(-((u - sky.sun.u) ** 2) * 2.2) * (sky.night ? 0.15 : 0.5)
  return mixLight(sky.palette.haze, sky.palette.glow, near)
}

/** How much the air covers at a distance: 0 nothing, 1 all. */
export function airCover({ haze, mist }: Air, distance: number, elevation: number): number {
  const clear = 1 - Math.exp(-((distance * 0.42 * haze) ** 1.35))
  const low = mist * (1 - Math.exp(-distance * 2.6)) * Math.exp(-Math.max(0, elevation) * 9)
  return Math.min(0.985, clear + low * (1 - clear))
}

/** Paints the land that is seen, lit by its sky; leaves pixels of water alone. */
export function paintLand(
  canvas: Canvas,
  view: View,
  seen: Seen,
  {
    elevation,
    soil,
    sky,
    air,
    water,
    seed,
  }: {
    elevation: Elevation
    soil: (spot: Spot) => Light
    sky: Sky
    air: Air
    water: boolean
    seed: number
  },
): void {
  const { width, height, values } = canvas
  const { palette } = sky
  const direction = directionOf(sky, canvas.wide)
  const lit = sunOver(elevation, direction, height)
  const noise = gradientNoise(seed)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      const step = seen.step[pixel]!
      if (step < 0) continue
      const at = Math.min(steps - 2, Math.max(1, Math.floor(step)))
      const part = clamp(step - at)
      const here = at * width + x
      const ground = seen.elevations[here]! + (seen.elevations[here + width]! - seen.elevations[here]!) * part
      if (water && ground < 0) continue
      const distance = distances[at]! + (distances[at + 1]! - distances[at]!) * part
      const worldX = sideways(view, x, distance)
      // Slopes by the neighbours: one column aside at this distance, and one step farther along the column.
      const aside = (2 * distance) / (view.height * view.focal)
      const left = x > 0 ? here - 1 : here
      const right = x < width - 1 ? here + 1 : here
      const slopeX =
        ((seen.elevations[right]! - seen.elevations[left]!) / aside) *
        (left === here || right === here ? 2 : 1)
      const along =
        (seen.elevations[here + width]! - seen.elevations[here - width]!) /
        (distances[at + 1]! - distances[at - 1]!)
      const slopeZ = along - slopeX * (worldX / distance)
      const steep = lengthOf(slopeX, slopeZ)
      // Along the line of sight the ground is foreshortened, so there the detail is drawn out as much.
      const deep = view.eye * Math.log(distance) + ground
      const fine = detailOf(noise, worldX, deep, Math.log2((0.22 * view.height) / distance))
      const patch = layered(noise, worldX * 3.1 + 40, distance * 3.1, 4)
      const own = soil({ elevation: ground, slope: steep, distance, fine, patch })
      const facing =
        (-slopeX * direction[0] + direction[1] - slopeZ * direction[2]) / Math.sqrt(1 + steep * steep)
      const sun = Math.max(0, facing) * lit(worldX, distance)
      const open = (0.72 + 0.28 / (1 + steep)) * (0.82 + 0.36 * fine)
      const veil = airCover(air, distance, ground)
      const far = airLight(sky, (x + 0.5) / height)
      const cover = seen.cover[pixel]!
      for (let channel = 0; channel < 3; channel++) {
        const light =
          palette.shadow[channel]! * open + palette.sunlight[channel]! * sun * (0.86 + 0.28 * fine)
        const value = own[channel]! * light
        const aired = value + (far[channel]! - value) * veil
        const to = pixel * 3 + channel
        const behind = cover < 1 && y > 0 ? values[to - width * 3]! : values[to]!
        values[to] = cover < 1 ? behind + (aired - behind) * cover : aired
      }
    }
}

/** How strong an octave of detail is, by how much finer it is than the coarsest: it fades in and out at the ends. */
const strengths = [0, 0.42, 0.38, 0.26, 0] as const

/**
 * Detail that is as fine as the picture at every distance, 0 to 1: four octaves, of which the coarsest gives way to a
 * finer one as the distance shrinks.
 */
function detailOf(noise: Noise, x: number, y: number, octave: number): number {
  const whole = Math.floor(octave)
  const part = octave - whole
  let scale = 2 ** whole * 0.11
  let sum = 0.5
  for (let level = 0; level < 4; level++, scale *= 2) {
    const before = strengths[level]!
    const after = strengths[level + 1]!
    const strength = after + (before - after) * part
    if (strength > 0) sum += (noise(x * scale + level * 13, y * scale) - 0.5) * strength * 1.7
  }
  return clamp(sum)
}

/** Mist over the distance that drifts in banks, where the air is thick. */
export function paintMistBanks(canvas: Canvas, sky: Sky, mist: number, seed: number): void {
  if (mist <= 0) return
  const noise = gradientNoise(seed)
  const { width, height, values } = canvas
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5) / height
    const band = Math.exp(-(((v - sky.horizon - 0.06) / 0.16) ** 2))
    if (band < 0.02) continue
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / height
      const bank = smoothStep(0.4, 0.68, layered(noise, u * 1.6, v * 9, 4))
      const share = bank * band * mist * 0.7
      const far = airLight(sky, u)
      for (let channel = 0, at = (y * width + x) * 3; channel < 3; channel++, at++)
        values[at] = values[at]! + (far[channel]! - values[at]!) * share
    }
  }
}
