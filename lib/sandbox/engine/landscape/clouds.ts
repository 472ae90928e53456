import 'server-only'
import { layered } from '../noise'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import { clamp, lengthOf, smoothStep } from '../pixels/numbers'
import { resizePlane } from '../pixels/stretch'
import { randomNumbers } from '../random'
import type { Canvas } from './canvas'
import { gradientNoise } from './gradient-noise'
import type { Sky } from './sky'

export type CloudKind = 'none' | 'few' | 'wisps' | 'puffy' | 'overcast' | 'storm'

interface Shape {
  /** Density from which there is cloud, and how much more makes it solid. */
  from: number
  soft: number
  /** Swings of the noise across one height, and along it. */
  across: number
  along: number
  /** How heaped: 0 drawn out, 1 in balls. */
  heaped: number
  /** How dark thick cloud is. */
  depth: number
}

const shapes: Record<Exclude<CloudKind, 'none'>, Shape> = {
  few: { from: 0.6, soft: 0.16, across: 1.3, along: 1.5, heaped: 0.7, depth: 1.6 },
  wisps: { from: 0.47, soft: 0.32, across: 0.75, along: 2.6, heaped: 0, depth: 0.8 },
  puffy: { from: 0.5, soft: 0.12, across: 1.25, along: 1.45, heaped: 1, depth: 2.1 },
  overcast: { from: 0.2, soft: 0.3, across: 0.9, along: 1.5, heaped: 0.35, depth: 1.5 },
  storm: { from: 0.12, soft: 0.25, across: 0.8, along: 1.3, heaped: 0.8, depth: 2.2 },
}

/**
 * Lays clouds over a sky, as on a flat ceiling: the nearer the horizon, the smaller they look. Thick middles are
 * shaded, the side to the sun and thin rims are lit.
 */
export function paintClouds(canvas: Canvas, sky: Sky, seed: number): void {
  if (sky.clouds === 'none') return
  const { width, height, wide } = canvas
  const { sun, horizon } = sky
  const random = randomNumbers(seed)
  const shape = shapes[sky.clouds]
  const from = shape.from + (random() - 0.5) * 0.09
  const [startAcross, startAlong] = [random() * 40, random() * 40]
  const closed = sky.clouds === 'storm' || sky.clouds === 'overcast'
  const [body, bend] = [gradientNoise(seed + 1), gradientNoise(seed + 2)]
  const density = (across: number, along: number, octaves: number) => {
    const swirl = bend(across * 0.8 + 9, along * 0.8) - 0.5
    const x = across + swirl * 0.9
    const y = along + swirl * 0.5
    const smooth = layered(body, x, y, octaves)
    if (shape.heaped === 0) return smooth
    const heap = 1 - Math.abs(2 * body(x * 2.3 + 5, y * 2.3) - 1)
    const small = 1 - Math.abs(2 * body(x * 5.1, y * 5.1 + 8) - 1)
    return smooth + shape.heaped * ((heap - 0.62) * 0.13 + (small - 0.62) * 0.06)
  }
  // Clouds are soft: every other row and column of them is enough.
  const grain = Math.min(width, height) < 384 ? 1 : 2
  const covers = emptyPlane(Math.ceil(width / grain), Math.ceil(height / grain))
  const lights = emptyPlane(covers.width, covers.height)
  for (let row = 0, at = 0; row < covers.height; row++) {
    const v = ((row + 0.5) * grain) / height
    const down = v / horizon
    if (down >= 1) break
    const distance = 1 / ((shape.heaped > 0.5 ? 1.22 : 1.1) - down)
    const fade = closed ? smoothStep(1, 0.9, down) * 0.25 + 0.75 : smoothStep(1, 0.84, down)
    const along = startAlong + distance * shape.along
    for (let column = 0; column < covers.width; column++, at++) {
      const u = ((column + 0.5) * grain) / height
      const across = startAcross + (u - wide / 2) * distance * shape.across
      const here = density(across, along, 5)
      const thick = smoothStep(from, from + shape.soft, here) * fade
      if (thick < 0.005) continue
      const dx = sun.u - u
      const dy = sun.v - v
      const off = lengthOf(dx, dy)
      const step = 0.16 / (0.2 + off)
      const towards = density(across + dx * step * 0.9, along - 0.1 + dy * step * 0.6, 3)
      const near = closed ? 0 : Math.exp(-off * 2.4)
      const shade = clamp((here - from) * shape.depth)
      const lit = closed
        ? clamp(0.52 - (here - 0.5) * 3.6 + (here - towards) * 2.6)
        : clamp(0.86 - shade * 0.85 + (here - towards) * 2.4 + near * 0.4)
      // What is thin is lit through; the sun burns through what lies before it.
      const burnt = closed ? 1 : 1 - 0.8 * Math.exp((-off * off) / 0.0025)
      covers.data[at] = Math.min(0.97, thick * (closed ? 1 : 0.55 + 0.45 * shade + 0.2 * lit)) * burnt
      // Lit shares are weighed by their cover, so that edges don't mix in what is not there.
      lights.data[at] = lit * covers.data[at]!
    }
  }
  layClouds(canvas, sky, resizePlane(covers, width, height), resizePlane(lights, width, height))
}

function layClouds(
  { width, height, values }: Canvas,
  { palette, horizon }: Sky,
  covers: Plane,
  lights: Plane,
): void {
  const rows = Math.min(height, Math.ceil(horizon * height))
  for (let y = 0, at = 0; y < rows; y++) {
    const down = Math.min(1, (y + 0.5) / height / horizon)
    for (let x = 0; x < width; x++, at++) {
      const cover = covers.data[at]!
      if (cover < 0.01) continue
      const lit = lights.data[at]! / cover
      for (let channel = 0, to = at * 3; channel < 3; channel++, to++) {
        const dark = palette.cloudShade[channel]!
        const bright = palette.cloudLit[channel]!
        const far = palette.horizon[channel]! * 0.35 * down * down
        const cloud = (dark + (bright - dark) * lit) * (1 - 0.35 * down * down) + far
        values[to] = values[to]! + (cloud - values[to]!) * cover
      }
    }
  }
}
