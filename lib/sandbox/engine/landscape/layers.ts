import 'server-only'
import { smoothStep } from '../change-colours'
import { eachRow } from '../each-row'
import { layered, type Noise } from '../noise'
import { lay, mixLight, times, type Canvas, type Light } from './canvas'
import type { Sky } from './sky'

/** A range of land seen from the side, from its outline down. */
export interface Layer {
  /** The outline with its trees: v for every column of the canvas. */
  crest: Float32Array
  /** The outline of the ground alone; trees stand between the two. */
  ground: Float32Array
  /** Own colours of the ground: where it is bare and where it is grown over. */
  colours: readonly [Light, Light]
  /** 0 stands before us, 1 fades into the haze. */
  haze: number
  /** How much its relief shows, and how many folds a height holds. */
  relief: number
  folds: number
  /** Below which v (that is, above which height) snow lies; none without. */
  snowLine?: number
  /** Snow on the trees. */
  winter?: boolean
  noise: Noise
}

const snow: Light = [0.93, 0.96, 1]
const needles: Light = [0.13, 0.22, 0.15]

/** Paints the layers, farthest first in the list, over what is on the canvas. */
export async function paintLayers(canvas: Canvas, layers: readonly Layer[], sky: Sky): Promise<void> {
  const { width, height } = canvas
  const soft = 1 / height
  eachRow(canvas, (y) => {
    const v = (y + 0.5) / height
    for (let x = 0; x < width; x++) {
      // The nearest layer that covers the pixel hides the others, but for the soft pixel at its outline.
      let nearest = layers.length - 1
      while (nearest >= 0 && v < layers[nearest]!.crest[x]!) nearest--
      if (nearest < 0) continue
      const layer = layers[nearest]!
      const below = v - layer.crest[x]!
      const u = (x + 0.5) / height
      const behind = layers[nearest - 1]
      if (below < soft && behind && v >= behind.crest[x]!)
        lay(canvas, y * width + x, shade(behind, sky, u, v, x))
      lay(canvas, y * width + x, shade(layer, sky, u, v, x), Math.min(1, below / soft + 0.25))
    }
  })
}

function shade(layer: Layer, sky: Sky, u: number, v: number, column: number): Light {
  const below = v - layer.ground[column]!
  const { palette, sun } = sky
  const lightened = below < 0 ? treeLight(layer, sky, u, v) : groundLight(layer, sky, u, v, below)
  const near = Math.exp(-Math.abs(u - sun.u) * 2.2) * (sky.night ? 0.12 : 0.35)
  const air = mixLight(palette.haze, palette.horizon, near)
  // Mist gathers at the foot of what is far.
  const mist = Math.min(1, layer.haze + smoothStep(0, 0.2, below) * layer.haze * 0.55)
  return mixLight(lightened, air, mist)
}

function treeLight({ noise, winter }: Layer, { palette }: Sky, u: number, v: number): Light {
  const leaf = noise(u * 210, v * 150)
  const own = mixLight(needles, snow, winter ? smoothStep(0.6, 0.8, leaf) * 0.55 : 0)
  return times(own, mixLight(palette.shadow, palette.sunlight, 0.15 + 0.4 * leaf))
}

function groundLight(layer: Layer, sky: Sky, u: number, v: number, below: number): Light {
  const { noise, folds, relief, colours } = layer
  // Folds run down from the crest, winding; light falls on the side that looks to the sun.
  const bend = layered(noise, u * folds * 0.8 + 31, v * folds * 1.1, 2) * 1.5
  const [across, down] = [u * folds + bend, below * folds * 0.95 - bend * 0.6]
  const side = 0.07 * Math.tanh((sky.sun.u - u) * 5)
  const here = ridged(noise, across, down)
  const fold = (here - ridged(noise, across + side, down - 0.05)) * 5
  const lit = Math.min(1, Math.max(0, 0.42 + fold * relief + (0.1 - below) * 0.6 * relief))
  const patch = layered(noise, u * folds * 2.6 + 9, v * folds * 4.4, 3)
  let own = mixLight(colours[0], colours[1], smoothStep(0.36, 0.64, patch + below * 0.35))
  if (layer.snowLine !== undefined) {
    const lies = layer.snowLine + (patch - 0.5) * 0.16 + (here - 0.5) * 0.1
    own = mixLight(own, snow, smoothStep(lies + 0.02, lies - 0.02, v))
  }
  const grain = 0.96 + 0.08 * noise(u * 260, v * 300)
  return times(own, mixLight(sky.palette.shadow, sky.palette.sunlight, lit), grain * (0.94 + 0.12 * patch))
}

/** Noise with sharp ridges, 0 to 1. */
export function ridged(noise: Noise, x: number, y: number): number {
  const coarse = 1 - Math.abs(2 * noise(x, y) - 1)
  const fine = 1 - Math.abs(2 * noise(x * 2.1 + 7.7, y * 2.1 + 3.1) - 1)
  const finest = 1 - Math.abs(2 * noise(x * 4.3 + 1.9, y * 4.3 + 5.3) - 1)
  return coarse * coarse * 0.6 + fine * fine * 0.27 + finest * finest * 0.13
}
