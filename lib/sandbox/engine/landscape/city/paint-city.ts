import 'server-only'
import { layered } from '@/lib/sandbox/engine/noise'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { emptyPlane } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { resizePlane } from '@/lib/sandbox/engine/pixels/stretch'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import { light, mixLight, newCanvas, type Canvas, type Light } from '../canvas'
import { gradientNoise } from '../gradient-noise'
import type { Scene } from '../scene'
import { paintSky, skyOf, type Sky } from '../sky'
import { skyWish } from '../sky-wish'
import { halfAt, rowOfBuildings, windowNumber, type Building } from './buildings'

const walls = ['#6d7480', '#8b8178', '#5b6672', '#9a8f84', '#707a78', '#584f4c'].map(light)
const lamps: readonly Light[] = [
  [1, 0.84, 0.54],
  [1, 0.9, 0.7],
  [0.82, 0.92, 1],
  [1, 0.74, 0.42],
]
const rowsBehindEachOther = 4

/** A skyline behind water: four rows of buildings in haze, with lights in the evening and by night. */
export function paintCity(scene: Scene, size: { width: number; height: number }, seed: number): Canvas {
  const canvas = newCanvas(size)
  const random = randomNumbers(seed * 5 + 3)
  const shore = 0.7 + 0.12 * random()
  const sky = skyOf(
    { ...skyWish(scene), moon: scene.moon ?? 'full' },
    shore - 0.02,
    canvas.wide,
    seed * 13 + 5,
  )
  paintSky(canvas, sky, seed + 2)
  const dim = sky.night ? 1 : scene.time === 'day' ? (sky.clouds === 'storm' ? 0.4 : 0) : 0.6
  const centre = canvas.wide * (0.25 + 0.5 * random())
  const density = 0.8 + 0.4 * random()
  for (let row = 0; row < rowsBehindEachOther; row++) {
    const near = row / (rowsBehindEachOther - 1)
    const wide = canvas.wide
    const buildings = rowOfBuildings(random, {
      wide,
      near,
      centre: centre + (random() - 0.5) * 0.3,
      density,
      night: dim > 0.3,
    })
    for (const building of buildings) paintBuilding(canvas, sky, building, { near, foot: shore, dim })
  }
  paintWaterfront(canvas, sky, shore, dim, seed + 7)
  glowOfLights(canvas, dim)
  return canvas
}

function paintBuilding(
  canvas: Canvas,
  sky: Sky,
  building: Building,
  { near, foot, dim }: { near: number; foot: number; dim: number },
): void {
  const { width, height, values } = canvas
  const { middle, half, tall, corner, glass, tone, key } = building
  const { palette } = sky
  const own = walls[Math.floor(tone * walls.length)]!
  const veil = (1 - near) * (sky.clouds === 'storm' || sky.clouds === 'overcast' ? 0.8 : 0.66) + 0.08
  const sunRight = sky.sun.u > middle
  const [left, right] = [
    Math.max(0, Math.floor((middle - half) * height)),
    Math.min(width - 1, Math.ceil((middle + half) * height)),
  ]
  const [top, bottom] = [
    Math.max(0, Math.floor((foot - tall) * height)),
    Math.min(height - 1, Math.ceil(foot * height)),
  ]
  for (let y = top; y <= bottom; y++) {
    const above = foot - (y + 0.5) / height
    const up = above / tall
    for (let x = left; x <= right; x++) {
      const off = (x + 0.5) / height - middle
      const here = halfAt(building, up, off)
      const cover = clamp((here - Math.abs(off)) * height + 0.5)
      if (cover <= 0 || up > 1) continue
      const onRight = off > corner * here
      const sunny = onRight === sunRight
      const shine = sky.night ? 0.35 : sunny ? 0.62 : 0.12
      const { colour, lit } = wallAt(building, { off, above, here, dim, mirrored: palette.middle })
      for (let channel = 0; channel < 3; channel++) {
        const surface = colour ? colour[channel]! : own[channel]! * (0.8 + 0.4 * tone)
        const ambient = palette.shadow[channel]! + palette.sunlight[channel]! * shine
        // Glass gives back the sky, more of it the higher up.
        const gleam = glass ? palette.horizon[channel]! * (0.1 + 0.22 * clamp(up) * (sunny ? 1.3 : 0.6)) : 0
        const dark = surface * ambient * (0.72 + 0.28 * clamp(up)) * (1 - 0.35 * dim) + gleam
        const hazy = dark + (palette.haze[channel]! - dark) * veil
        const lamp = lamps[key % lamps.length]![channel]!
        const value = hazy + (lamp * (0.75 + 0.35 * near) - hazy) * lit * (0.45 + 0.55 * near)
        const at = (y * width + x) * 3 + channel
        values[at] = values[at]! + (value - values[at]!) * cover
      }
    }
  }
  if (building.crown === 'mast' && dim > 0.4) paintBeacon(canvas, middle, foot - tall, near)
}

/** What is at a place of the wall: the wall itself, a dark pane, a lit window. */
function wallAt(
  { window, key, corner, glass }: Building,
  {
    off,
    above,
    here,
    dim,
    mirrored,
  }: { off: number; above: number; here: number; dim: number; mirrored: Light },
): { colour?: Light; lit: number } {
  // The face around the corner is seen at a slant: its windows look narrower.
  const aside = off > corner * here === corner > 0
  const wide = window.wide * (aside ? 0.6 : 1)
  const column = Math.floor(off / wide)
  const floor = Math.floor(above / window.high)
  const inColumn = off / wide - column
  const inFloor = above / window.high - floor
  const isWindow = inColumn < window.pane + 0.1 && inFloor < window.pane && above > 0.012
  if (!isWindow) return { lit: 0 }
  const number = windowNumber(key, column, floor)
  // People stay late floor by floor.
  const busy = windowNumber(key, 999, floor) < 0.3 ? 1.9 : 0.75
  const isLit = number < window.lit * busy && dim > 0
  const lit = isLit ? (0.4 + (0.6 * number) / (window.lit * busy)) * Math.min(1, dim * 1.25) : 0
  const pane: Light = glass ? mixLight(mirrored, [0.2, 0.24, 0.3], 0.5) : [0.2, 0.23, 0.28]
  return { colour: pane, lit }
}

function paintBeacon({ width, height, values }: Canvas, u: number, v: number, near: number): void {
  const reach = Math.max(2, Math.round(height * 0.006))
  const [x, y] = [Math.round(u * height), Math.round(v * height)]
  for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++)
    for (let column = Math.max(0, x - reach); column <= Math.min(width - 1, x + reach); column++) {
      const glow =
        Math.exp(-((column - x) ** 2 + (row - y) ** 2) / (reach * reach * 0.16)) * (0.4 + 0.6 * near)
      const at = (row * width + column) * 3
      values[at] = values[at]! + glow
      values[at + 1] = values[at + 1]! + glow * 0.16
      values[at + 2] = values[at + 2]! + glow * 0.12
    }
}

/** A quay with trees, and water that draws the lights out to streaks. */
function paintWaterfront(
  { width, height, values }: Canvas,
  sky: Sky,
  shore: number,
  dim: number,
  seed: number,
): void {
  const noise = gradientNoise(seed)
  const edge = Math.round((shore + 0.012) * height)
  const dark = sky.palette.shadow.map((value, at) => value * [0.16, 0.2, 0.18][at]!)
  for (let y = Math.round((shore - 0.02) * height); y < edge && y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / height
      const v = (y + 0.5) / height
      const crown =
        shore - 0.002 - 0.018 * layered(noise, u * 60, 3, 3) * smoothStep(0.42, 0.55, noise(u * 5, 9))
      const cover = clamp((v - crown) * height)
      for (let channel = 0, at = (y * width + x) * 3; channel < 3; channel++, at++)
        values[at] = values[at]! + (dark[channel]! - values[at]!) * cover
    }
  const deep: Light = mixLight(sky.palette.zenith, sky.palette.shadow, 0.5)
  for (let y = Math.max(1, edge); y < height; y++) {
    const near = (y - edge) / Math.max(1, height - edge)
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / height
      const v = (y + 0.5) / height
      const wave = layered(noise, u * (26 - 16 * near), v * (240 - 120 * near), 3) - 0.5
      const row = clamp(
        Math.round(edge - 1 - (y - edge) * 1.35 + wave * height * (0.02 + 0.1 * near)),
        0,
        edge - 1,
      )
      const column = clamp(Math.round(x + wave * height * 0.012), 0, width - 1)
      const mirror = 0.78 - 0.3 * near
      for (let channel = 0; channel < 3; channel++) {
        const reflected = values[(row * width + column) * 3 + channel]! * (1 + 0.25 * dim)
        values[(y * width + x) * 3 + channel] =
          deep[channel]! * 0.5 + (reflected - deep[channel]! * 0.5) * mirror
      }
    }
  }
}

/** Lamps shine on the air around them; reckoned on every fourth pixel, because it is soft. */
function glowOfLights({ width, height, values }: Canvas, dim: number): void {
  if (dim <= 0) return
  const [wide, high] = [Math.ceil(width / 2), Math.ceil(height / 2)]
  for (let channel = 0; channel < 3; channel++) {
    const bright = emptyPlane(wide, high)
    for (let y = 0, at = 0; y < high; y++)
      for (let x = 0; x < wide; x++, at++)
        bright.data[at] = Math.max(0, values[(y * 2 * width + x * 2) * 3 + channel]! - 0.5)
    const glow = resizePlane(gaussianBlur(bright, Math.max(0.5, height * 0.0035)), width, height).data
    for (let at = 0, to = channel; at < glow.length; at++, to += 3)
      values[to] = values[to]! + glow[at]! * 0.85 * dim
  }
}
