import 'server-only'
import { noiseOf } from '../noise'
import { randomNumbers } from '../random'
import { light, type Canvas, type Light } from './canvas'
import type { Layer } from './layers'
import { outline, peaks, rolling, treetops } from './outlines'
import type { Ground, Scene } from './scene'

/** The land of a scene: what lies behind the water, the water's far shore (v), what lies before it. */
export interface Land {
  horizon: number
  behind: Layer[]
  shore?: number
  front: Layer[]
}

type Colours = readonly [Light, Light]
const rock: Colours = [light('#8a8078'), light('#5e5f5a')]
const meadow: Colours = [light('#8b9a4a'), light('#54762f')]
const woods: Colours = [light('#3c5c33'), light('#23432a')]
const firs: Colours = [light('#2c4a30'), light('#1d3624')]
const sand: Colours = [light('#e2b176'), light('#c98d50')]
const drifts: Colours = [light('#eef3fa'), light('#cfdcec')]

/** What varies from layer to layer; the rest follows from the ground. */
interface Range {
  /** v of the foot and how far the crest rises above it. */
  base: number
  high: number
  /** Hills or peaks in one height. */
  perHeight: number
  haze: number
  shape: 'peaks' | 'rolling'
  colours: Colours
  relief?: number
  folds?: number
  snowLine?: number
  /** Trees on the crest: how many in one height, and how tall. */
  trees?: readonly [number, number]
}

/** The land for a scene; other seeds give other land. */
export function landOf(scene: Scene, canvas: Canvas, seed: number): Land {
  const random = randomNumbers(seed + 50)
  const vary = (low: number, high: number) => low + (high - low) * random()
  const build = ({ shape, base, high, perHeight, trees, ...range }: Range, index: number): Layer => {
    const noise = noiseOf(seed * 31 + index * 7 + 100)
    const land = shape === 'peaks' ? peaks : rolling
    const ground = outline(canvas, land(noise, base, high, perHeight))
    const tops = trees && outline(canvas, treetops(noise, trees[0], trees[1]))
    const crest = tops ? ground.map((v, x) => v - tops[x]!) : ground
    return { relief: 0.5, folds: 5, winter: scene.ground === 'snow', ...range, ground, crest, noise }
  }
  const water = scene.lake || scene.ground === 'sea'
  const horizon = scene.ground === 'sea' ? vary(0.5, 0.58) : vary(0.54, 0.6)
  const shore = scene.ground === 'sea' ? horizon : vary(0.64, 0.7)
  const { behind, front } = ranges[scene.ground](vary, water, shore)
  const land = { horizon, behind: behind.map(build), front: front.map((range, at) => build(range, at + 20)) }
  return water ? { ...land, shore } : land
}

type Vary = (low: number, high: number) => number
interface Ranges {
  behind: Range[]
  front: Range[]
}

const ranges: Record<Ground, (vary: Vary, water: boolean, shore: number) => Ranges> = {
  mountains: (vary, water, shore) =>
    alpine(vary, water, shore, { snowLine: vary(0.34, 0.42), growth: woods }),
  snow: (vary, water, shore) => alpine(vary, water, shore, { snowLine: 0.7, growth: woods, winter: true }),
  hills: (vary, water, shore) => {
    const foot = water ? shore + 0.01 : 0.7
    return {
      behind: [
        { shape: 'peaks', base: 0.6, high: vary(0.1, 0.2), perHeight: 1.3, haze: 0.78, colours: rock },
        { shape: 'rolling', base: foot - 0.04, high: 0.16, perHeight: vary(1, 1.6), haze: 0.52, colours: woods, relief: 0.4 },
        { shape: 'rolling', base: foot, high: 0.12, perHeight: vary(1.2, 2), haze: 0.28, colours: meadow, relief: 0.35, trees: [70, 0.014] },
      ],
      front: [
        ...(water ? [] : [{ shape: 'rolling', base: 0.83, high: 0.16, perHeight: vary(1, 1.5), haze: 0.12, colours: meadow, relief: 0.32, trees: [26, 0.028] } satisfies Range]),
        { shape: 'rolling', base: water ? 1.04 : 1, high: 0.18, perHeight: vary(0.8, 1.2), haze: 0, colours: meadow, relief: 0.3, folds: 7 },
      ],
    } // prettier-ignore
  },
  forest: (vary, water, shore) => {
    const foot = water ? shore + 0.01 : 0.72
    return {
      behind: [
        { shape: 'peaks', base: 0.6, high: vary(0.2, 0.32), perHeight: vary(1, 1.5), haze: 0.72, colours: rock, snowLine: 0.3 },
        { shape: 'rolling', base: foot - 0.06, high: 0.18, perHeight: vary(1, 1.6), haze: 0.5, colours: firs, trees: [130, 0.04] },
        { shape: 'rolling', base: foot, high: 0.13, perHeight: vary(1.2, 1.8), haze: 0.3, colours: firs, trees: [90, 0.07] },
      ],
      front: [
        ...(water ? [] : [{ shape: 'rolling', base: 0.9, high: 0.14, perHeight: 1.4, haze: 0.14, colours: firs, trees: [52, 0.14], relief: 0.3 } satisfies Range]),
        { shape: 'rolling', base: water ? 1.1 : 1.08, high: 0.16, perHeight: 1.1, haze: 0, colours: firs, trees: [24, 0.34], relief: 0.2 },
      ],
    } // prettier-ignore
  },
  desert: (vary, water, shore) => {
    const foot = water ? shore + 0.01 : 0.7
    return {
      behind: [
        { shape: 'peaks', base: 0.6, high: vary(0.06, 0.14), perHeight: 1, haze: 0.7, colours: [light('#a2694b'), light('#86523c')] },
        { shape: 'rolling', base: foot - 0.06, high: 0.12, perHeight: vary(1.2, 2), haze: 0.38, colours: sand, relief: 0.3, folds: 1.8 },
        { shape: 'rolling', base: foot, high: 0.13, perHeight: vary(1, 1.8), haze: 0.2, colours: sand, relief: 0.4, folds: 1.6 },
      ],
      front: [
        ...(water ? [] : [{ shape: 'rolling', base: 0.88, high: 0.2, perHeight: vary(0.8, 1.3), haze: 0.07, colours: sand, relief: 0.5, folds: 1.4 } satisfies Range]),
        { shape: 'rolling', base: 1.04, high: 0.24, perHeight: vary(0.6, 1), haze: 0, colours: sand, relief: 0.55, folds: 1.2 },
      ],
    } // prettier-ignore
  },
  sea: (vary, _water, shore) => ({
    behind: [
      { shape: 'peaks', base: shore + 0.05, high: vary(0.1, 0.18), perHeight: vary(0.7, 1.1), haze: 0.66, colours: rock },
    ],
    front: [
      { shape: 'rolling', base: 1.09, high: vary(0.2, 0.26), perHeight: vary(1.6, 2.4), haze: 0, colours: rock, relief: 0.7, folds: 6 },
    ],
  }), // prettier-ignore
}

function alpine(
  vary: Vary,
  water: boolean,
  shore: number,
  { snowLine, growth, winter = false }: { snowLine: number; growth: Colours; winter?: boolean },
): Ranges {
  const foot = water ? shore + 0.01 : 0.72
  const floor = winter ? drifts : meadow
  return {
    behind: [
      { shape: 'peaks', base: 0.6, high: vary(0.34, 0.46), perHeight: vary(0.8, 1.3), haze: 0.74, colours: rock, snowLine, relief: 0.6, folds: 4 },
      { shape: 'peaks', base: foot - 0.06, high: vary(0.3, 0.4), perHeight: vary(1, 1.5), haze: 0.5, colours: rock, snowLine, relief: 0.8, folds: 5 },
      { shape: 'peaks', base: foot - 0.02, high: vary(0.18, 0.28), perHeight: vary(1.2, 1.8), haze: 0.28, colours: winter ? rock : growth, relief: 0.7, folds: 6, ...(winter && { snowLine }) },
      { shape: 'rolling', base: foot, high: 0.07, perHeight: 1.6, haze: 0.18, colours: growth, relief: 0.3, trees: [80, 0.036] },
    ],
    front: [
      ...(water ? [] : [{ shape: 'rolling', base: 0.88, high: 0.17, perHeight: vary(1, 1.5), haze: 0.06, colours: floor, relief: 0.25, folds: 5, trees: [34, 0.06] } satisfies Range]),
      { shape: 'rolling', base: water ? 1.08 : 1.06, high: 0.17, perHeight: vary(0.8, 1.2), haze: 0, colours: water ? growth : floor, relief: 0.22, folds: 7, ...(water && { trees: [22, 0.13] as const }) },
    ],
  } // prettier-ignore
}
