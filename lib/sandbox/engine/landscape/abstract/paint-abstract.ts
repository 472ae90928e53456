import 'server-only'
import { layered, type Noise } from '@/lib/sandbox/engine/noise'
import { coarsePlane } from '@/lib/sandbox/engine/pixels/coarse'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, lengthOf, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import { light, mixLight, newCanvas, type Canvas, type Light } from '../canvas'
import { gradientNoise } from '../gradient-noise'
import type { Scene } from '../scene'
import type { AbstractKind } from '../scene-words'
import { corners, triangleAt } from './net'

const palettes: readonly (readonly string[])[] = [
  ['#0f4c81', '#ff6f61', '#f7cac9', '#92a8d1', '#ffd166'],
  ['#0b132b', '#1c2541', '#3a506b', '#5bc0be', '#f5f3e7'],
  ['#2d1e2f', '#8a2f5b', '#e36b5d', '#f6ae5c', '#fbe8c8'],
  ['#12372a', '#436850', '#adbc9f', '#fbfada', '#e0a458'],
  ['#1b1464', '#6f1ab1', '#ff5da2', '#ffb199', '#fff1e6'],
  ['#052f5f', '#005377', '#06a77d', '#d5c67a', '#f1a208'],
  ['#20202a', '#4a4e69', '#9a8c98', '#c9ada7', '#f2e9e4'],
]

type Painter = (canvas: Canvas, colours: readonly Light[], seed: number) => void

/** A picture of colours and shapes alone. */
export function paintAbstract(scene: Scene, size: { width: number; height: number }, seed: number): Canvas {
  const canvas = newCanvas(size)
  const random = randomNumbers(seed * 11 + 3)
  const usual = palettes[Math.floor(random() * palettes.length)]!
  const colours = fullRange(
    scene.colours.map(({ hex }) => hex),
    usual,
    scene.kind === 'gradient',
  )
  const any = (['flow', 'waves', 'gradient', 'facets', 'circles', 'flow'] as const)[Math.floor(random() * 6)]!
  painters[scene.kind === undefined || scene.kind === 'any' ? any : scene.kind](canvas, colours, seed)
  return canvas
}

/** The named colours and what goes between them; one colour alone gets a darker and a paler self. */
function fullRange(named: readonly string[], usual: readonly string[], asNamed: boolean): Light[] {
  if (named.length === 0) return usual.map(light)
  const given = named.map(light)
  if (given.length > 2 || (given.length === 2 && asNamed)) return given
  const darker = given[0]!.map((value) => value * 0.3) as unknown as Light
  const paler = mixLight(given.at(-1)!, [1, 1, 1], 0.72)
  return [darker, ...given, paler]
}

/** The colour at a place of the range, 0 to 1. */
function colourAt(colours: readonly Light[], place: number): Light {
  const at = clamp(place, 0, 0.9999) * (colours.length - 1)
  const index = Math.floor(at)
  return mixLight(colours[index]!, colours[index + 1] ?? colours[index]!, smoothStep(0, 1, at - index))
}

const painters: Record<Exclude<AbstractKind, 'any'>, Painter> = {
  // Noise bent by noise bent by noise (Quilez): ink in water.
  flow(canvas, colours, seed) {
    const random = randomNumbers(seed)
    const a = gradientNoise(seed + 1)
    const b = gradientNoise(seed + 2)
    const startX = random() * 40
    const startY = random() * 40
    const scale = 1.1 + 1.2 * random()
    const strong = 2.4 + 2 * random()
    const { height } = canvas
    // What bends is broad: it is reckoned at every fourth pixel, and what it bends at every second.
    const bent = (noise: Noise, grain: number, offX: number, offY: number, x?: Plane, y?: Plane) =>
      coarsePlane(canvas, grain, (column, row) => {
        const at =
          Math.min(height - 1, Math.floor(row)) * canvas.width +
          Math.min(canvas.width - 1, Math.floor(column))
        return layered(
          noise,
          (column / height) * scale + startX + strong * (x?.data[at] ?? 0) + offX,
          (row / height) * scale + startY + strong * (y?.data[at] ?? 0) + offY,
          3,
        )
      })
    const p = bent(a, 4, 0, 0)
    const q = bent(a, 4, 5.2, 1.3)
    const r = bent(b, 2, 1.7, 9.2, p, q)
    const s = bent(b, 2, 8.3, 2.8, p, q)
    eachPixel(canvas, (u, v, at) => {
      const value = layered(
        a,
        u * scale + startX + strong * r.data[at]!,
        v * scale + startY + strong * s.data[at]!,
        4,
      )
      const shine = 1 + 0.7 * (r.data[at]! - 0.5) + 0.3 * (p.data[at]! - 0.5)
      return scaled(colourAt(colours, (value - 0.26) / 0.5), shine)
    })
  },
  gradient(canvas, colours, seed) {
    const random = randomNumbers(seed)
    const bend = gradientNoise(seed + 1)
    const points = colours.map((colour) => ({
      colour,
      u: random() * canvas.wide,
      v: random(),
      reach: 0.5 + 0.7 * random(),
    }))
    const angle = random() * Math.PI * 2
    const plain = colours.length <= 2
    eachPixel(canvas, (u, v) => {
      const wx = bend(u * 1.1, v * 1.1) - 0.5
      const wy = bend(u * 1.1 + 20, v * 1.1) - 0.5
      if (plain)
        return colourAt(
          colours,
          0.5 + ((u / canvas.wide - 0.5) * Math.cos(angle) + (v - 0.5) * Math.sin(angle)) * 0.9 + wx * 0.2,
        )
      let total = 0
      const sum: [number, number, number] = [0, 0, 0]
      for (const point of points) {
        const off =
          ((u + wx * 0.5 - point.u) ** 2 + (v + wy * 0.5 - point.v) ** 2) / (point.reach * point.reach)
        const weight = Math.exp(-off * 4) + 1e-4
        total += weight
        for (const channel of [0, 1, 2] as const) sum[channel] += point.colour[channel] * weight
      }
      return [sum[0] / total, sum[1] / total, sum[2] / total]
    })
  },
  waves(canvas, colours, seed) {
    const random = randomNumbers(seed)
    const noise = gradientNoise(seed + 1)
    const count = 6 + Math.floor(random() * 6)
    const lean = (random() - 0.5) * 0.7
    const high = 0.1 + 0.16 * random()
    const swing = 0.6 + 0.9 * random()
    const crest = (layer: number, u: number) =>
      (layer + 0.6) / (count + 0.6) +
      lean * (u / canvas.wide - 0.5) +
      (layered(noise, u * swing + layer * 0.35, layer * 0.9, 3) - 0.5) * high * 2.4
    eachPixel(canvas, (u, v) => {
      let layer = count - 1
      while (layer >= 0 && v < crest(layer, u)) layer--
      const here = sheet(layer, u, v)
      // The sheet behind shows through the pixel of an edge.
      const inside = layer < 0 ? 1 : (v - crest(layer, u)) * canvas.height
      return inside < 1 ? mixLight(sheet(layer - 1, u, v), here, inside) : here
    })

    function sheet(layer: number, u: number, v: number): Light {
      if (layer < 0) return scaled(colourAt(colours, 0), 1 + 0.12 * v)
      const below = Math.max(0, v - crest(layer, u))
      const next = layer < count - 1 ? crest(layer + 1, u) - v : 1
      const shade = 0.9 + 0.22 * Math.exp(-below * 16) - 0.28 * Math.exp(-Math.max(0, next) * 22)
      return scaled(colourAt(colours, (layer + 1) / count), shade)
    }
  },
  circles(canvas, colours, seed) {
    const random = randomNumbers(seed)
    const noise = gradientNoise(seed + 1)
    eachPixel(canvas, (u, v) =>
      scaled(colourAt(colours, 0.35 * layered(noise, u * 0.9, v * 0.9, 2)), 0.55 + 0.3 * (1 - v)),
    )
    const { width, height, values } = canvas
    const count = Math.min(400, Math.round((26 + 40 * random()) * canvas.wide))
    for (let circle = 0; circle < count; circle++) {
      const radius = 0.012 + 0.085 * random() ** 2
      const u = random() * canvas.wide
      const v = random()
      const strength = 0.12 + 0.34 * random()
      const colour = colourAt(colours, 0.3 + 0.7 * random())
      const soft = (0.04 + 0.3 * random() ** 2) * radius + 1 / height
      const reach = radius + soft
      for (
        let y = Math.max(0, Math.floor((v - reach) * height));
        y <= Math.min(height - 1, (v + reach) * height);
        y++
      )
        for (
          let x = Math.max(0, Math.floor((u - reach) * height));
          x <= Math.min(width - 1, (u + reach) * height);
          x++
        ) {
          const off = lengthOf((x + 0.5) / height - u, (y + 0.5) / height - v)
          const cover =
            smoothStep(radius + soft, radius - soft, off) *
            (0.7 + 0.5 * smoothStep(radius * 0.7, radius, off)) *
            strength
          for (let channel = 0, at = (y * width + x) * 3; channel < 3; channel++, at++)
            values[at] = values[at]! + (colour[channel]! * 1.15 - values[at]! * 0.5) * cover
        }
    }
  },
  facets(canvas, colours, seed) {
    const random = randomNumbers(seed)
    const noise = gradientNoise(seed + 1)
    const cells = 7 + Math.floor(random() * 9)
    const corner = corners(noise, cells, canvas.wide)
    const angle = random() * Math.PI * 2
    const tall = random()
    eachPixel(canvas, (u, v) => {
      const { middle, tone } = triangleAt(corner, u * cells, v * cells)
      const x = middle[0] / cells
      const y = middle[1] / cells
      const place =
        0.5 +
        ((x / canvas.wide - 0.5) * Math.cos(angle) + (y - 0.5) * Math.sin(angle)) * (0.7 + 0.3 * tall) +
        (layered(noise, x * 2.2, y * 2.2, 2) - 0.5) * 0.9
      return scaled(colourAt(colours, place), 0.84 + 0.32 * tone)
    })
  },
}

function eachPixel(
  { width, height, values }: Canvas,
  colour: (u: number, v: number, pixel: number) => Light,
): void {
  for (let y = 0, pixel = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, pixel++, at += 3) {
      const [red, green, blue] = colour((x + 0.5) / height, (y + 0.5) / height, pixel)
      values[at] = red
      values[at + 1] = green
      values[at + 2] = blue
    }
}

function scaled([red, green, blue]: Light, factor: number): Light {
  return [red * factor, green * factor, blue * factor]
}
