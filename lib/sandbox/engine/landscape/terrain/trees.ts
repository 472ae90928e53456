import 'server-only'
import type { Noise } from '@/lib/sandbox/engine/noise'
import { clamp, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import { light, mixLight, type Canvas, type Light } from '../canvas'
import { gradientNoise } from '../gradient-noise'
import type { Scene, Season } from '../scene'
import type { Sky } from '../sky'
import type { LandPlace } from './elevations'
import type { Elevation, Seen } from './grid'
import { airCover, airLight, type Air } from './paint-land'
import { treeShapes, type TreeKind } from './tree-shapes'
import { distances, rowOf, type View } from './view'

interface Planting {
  /** How densely it grows: 0 nowhere, 1 everywhere trees can stand. */
  dense: number
  /** Height of a grown tree in the land's unit. */
  tall: number
  /** Share of firs; the rest have leaves. */
  firs: number
  /** Nearest tree. */
  from: number
}

const plantings: Partial<Record<LandPlace, Planting>> = {
  forest: { dense: 0.95, tall: 0.032, firs: 0.75, from: 0.1 },
  mountains: { dense: 0.42, tall: 0.024, firs: 0.92, from: 0.12 },
  hills: { dense: 0.2, tall: 0.021, firs: 0.12, from: 0.2 },
  island: { dense: 0.5, tall: 0.018, firs: 0, from: 0.3 },
  beach: { dense: 0.3, tall: 0.024, firs: 0, from: 0.3 },
}

const needles = [light('#1e3a24'), light('#2c4a2b')] as const
const leaves: Record<Season, readonly Light[]> = {
  spring: [light('#6f9c3e'), light('#8bb04c'), light('#d9a9bd')],
  summer: [light('#3c6b2c'), light('#55802f'), light('#2f5a2b')],
  autumn: [light('#c2661f'), light('#a83c1c'), light('#d39a2c'), light('#8f5a24')],
  winter: [light('#6b625c'), light('#7d746c')],
}
const snow: Light = [0.9, 0.94, 1]

/**
 * Plants the land and paints its trees, the nearest first: of what stands behind, only what is still open is painted,
 * so that a dense forest costs little more than its front.
 */
export function paintTrees(
  canvas: Canvas,
  view: View,
  seen: Seen,
  {
    scene,
    place,
    elevation,
    sky,
    air,
    seed,
    wet,
  }: {
    scene: Scene
    place: LandPlace
    elevation: Elevation
    sky: Sky
    air: Air
    seed: number
    wet: boolean
  },
): void {
  const planting = plantings[place]
  if (!planting) return
  const random = randomNumbers(seed)
  const [groves, texture] = [gradientNoise(seed + 1), gradientNoise(seed + 2)]
  const palms = scene.palms || place === 'beach'
  const leafy = scene.season === 'autumn' || scene.season === 'spring' ? 0.5 : 1
  const mixed = planting.firs * (0.65 + 0.5 * random()) * leafy
  // Bare trees say less of winter than firs under snow.
  const firs = scene.season === 'winter' ? 1 : mixed
  // Between trees in snow one sees the snow.
  const dense = planting.dense * (scene.season === 'winter' ? 0.72 : 1)
  const rowsOfTrees = 130
  const layer: Layer = {
    light: new Float32Array(canvas.values.length),
    open: new Float32Array(canvas.width * canvas.height).fill(1),
  }
  for (let row = 0; row < rowsOfTrees; row++) {
    const away = planting.from * (2.6 / planting.from) ** (row / rowsOfTrees)
    const spread = (canvas.wide / view.focal) * away * 1.1
    const count = Math.min(600, Math.ceil(spread / (planting.tall * (0.45 + away * 0.5))))
    for (let tree = 0; tree < count; tree++) {
      const x = ((tree + random()) / count - 0.5) * spread
      const z = away * (0.98 + 0.05 * random())
      const size = 0.55 + 0.6 * random()
      const kind = random()
      const tone = random()
      const lean = random()
      const grove = groves(x * 2.4 + 9, z * 2.4) * 0.65 + groves(x * 7, z * 7 + 5) * 0.35
      if (grove < 0.78 - dense * 0.5) continue
      const ground = elevation(x, z, 5)
      if (wet && ground < (palms ? 0.014 : 0.003)) continue
      if (place === 'mountains' && ground > 0.17) continue
      const steep = Math.abs(elevation(x + 0.01, z, 5) - ground) / 0.01
      if (steep > 0.9) continue
      const tall = planting.tall * size * (0.8 + 0.4 * grove)
      const foot = rowOf(view, ground - tall * 0.03, z)
      const high = ((tall * view.focal) / z) * view.height
      if (high < 2.5) continue
      const column = ((x / z) * view.focal + canvas.wide / 2) * view.height
      const what: TreeKind = palms ? 'palm' : kind < firs ? 'fir' : 'round'
      drawTree(
        canvas,
        layer,
        seen,
        { column, foot, high, distance: z, ground, what, tone, lean },
        { scene, sky, air, texture },
      )
    }
  }
  for (let at = 0; at < canvas.values.length; at++)
    canvas.values[at] = canvas.values[at]! * layer.open[Math.floor(at / 3)]! + layer.light[at]!
}

/** What is painted so far, from the front: its light, and how much of each pixel is still open behind it. */
interface Layer {
  light: Float32Array
  open: Float32Array
}

interface Tree {
  column: number
  foot: number
  high: number
  distance: number
  ground: number
  what: TreeKind
  tone: number
  lean: number
}

function drawTree(
  canvas: Canvas,
  layer: Layer,
  seen: Seen,
  tree: Tree,
  { scene, sky, air, texture }: { scene: Scene; sky: Sky; air: Air; texture: Noise },
): void {
  const { width, height } = canvas
  const { light: painted, open } = layer
  const { column, foot, high, distance, tone } = tree
  const { palette } = sky
  const winter = scene.season === 'winter'
  const crowns = leaves[scene.season]
  const own =
    tree.what === 'round'
      ? crowns[Math.floor(tone * crowns.length)]!
      : mixLight(needles[0], tree.what === 'palm' ? light('#4c6b2c') : needles[1], tone)
  const half = high * (tree.what === 'fir' ? 0.2 : tree.what === 'palm' ? 0.42 : 0.36)
  const sunSide = sky.sun.u * height < column ? -1 : 1
  const veil = airCover(air, distance, tree.ground + 0.01)
  const far = airLight(sky, column / height)
  const key = tone * 91 + tree.lean * 37
  const [top, bottom] = [Math.max(0, Math.floor(foot - high)), Math.min(height - 1, Math.ceil(foot))]
  for (let y = top; y <= bottom; y++) {
    const up = (foot - y - 0.5) / high
    for (
      let x = Math.max(0, Math.floor(column - half - 1));
      x <= Math.min(width - 1, column + half + 1);
      x++
    ) {
      const pixel = y * width + x
      if (open[pixel]! < 0.03) continue
      const step = seen.step[pixel]!
      if (step >= 0 && distances[Math.floor(step)]! < distance * 0.985) continue
      const off = (x + 0.5 - column) / high
      const shape = treeShapes[tree.what](off, up, key, texture, high)
      if (shape.cover <= 0.02) continue
      const lit = clamp(shape.lit + (off / (half / high)) * sunSide * 0.3)
      const share = Math.min(1, shape.cover) * open[pixel]!
      const white = winter && tree.what !== 'palm' ? smoothStep(0.34, 0.78, shape.lit) * 0.85 : 0
      for (let channel = 0; channel < 3; channel++) {
        const colour = shape.trunk
          ? [0.26, 0.2, 0.15][channel]!
          : own[channel]! + (snow[channel]! - own[channel]!) * white
        const value =
          colour * (palette.shadow[channel]! * (0.55 + 0.5 * lit) + palette.sunlight[channel]! * lit * 0.62)
        const aired = value + (far[channel]! - value) * veil
        const at = pixel * 3 + channel
        painted[at] = painted[at]! + aired * share
      }
      open[pixel] = open[pixel]! - share
    }
  }
}
