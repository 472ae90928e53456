import 'server-only'
import { gaussianBlur } from '../pixels/blur'
import { coarseBlurFloat } from '../pixels/coarse'
import { emptyFloat, lumaOf, type FloatPicture, type Plane } from '../pixels/float-picture'
import { clamp } from '../pixels/numbers'
import { randomNumbers } from '../random'
import { brushOn, type Canvas } from './brush'
import { flowOf } from './flow'
import { strokePlaces } from './stroke-places'
import { strokePath, type Layer } from './stroke-path'
import { swirlOf } from './swirl'

export interface Strokes {
  seed: number
  /** Brushes from broad to fine, in pixels across. */
  sizes: readonly number[]
  /** Points of a stroke, half a brush apart. */
  length: { least: number; most: number }
  /** How much colours differ from stroke to stroke. */
  jitter: number
  saturation: number
  /** How far strokes in calm places follow eddies instead of the drawing: 0 to 1, and the size of these in pixels. */
  swirl: { share: number; size: number }
  /** Where the canvas is off by more than this a finer brush goes over it: 0 to 1, as a mean of the channels. */
  tolerance: number
  /** Primed colour of the canvas. */
  ground: readonly [number, number, number]
  /** Here no eddies, and two more layers of fine strokes. */
  faces?: Plane | undefined
}

/**
 * Paints with curved strokes, each brush only where the broader ones left the canvas too unlike the picture (Hertzmann
 * 1998), then lights the relief of the paint.
 */
export function paintStrokes(picture: FloatPicture, strokes: Strokes): FloatPicture {
  const { width, height } = picture
  const { seed, sizes, faces, tolerance } = strokes
  const random = randomNumbers(seed)
  const colours = emptyFloat(width, height)
  for (let at = 0; at < colours.data.length; at++) colours.data[at] = strokes.ground[at % 3]!
  const canvas: Canvas = { colours, paint: new Float32Array(width * height) }
  const swirl = strokes.swirl.share > 0 ? swirlOf(picture, seed + 3, strokes.swirl.size) : undefined
  const lay = brushOn(canvas, random)
  const layers = sizes.map((size, nth) => ({ size, first: nth === 0, only: undefined as Plane | undefined }))
  const finest = sizes.at(-1)!
  if (faces) for (const size of [finest, finest * 0.65]) layers.push({ size, first: false, only: faces })
  for (const { size, first, only } of layers) {
    const across = Math.max(2, Math.round(size))
    const reference = coarseBlurFloat(picture, across * (only ? 0.3 : 0.55))
    const flow = flowOf(lumaOf(reference), across * 0.8)
    const layer: Layer = { reference, canvas: colours, flow, across, strokes, swirl }
    const least = first ? -1 : only ? 0.045 : tolerance * 3
    for (const place of strokePlaces(reference, colours, across, least, random)) {
      if (only && only.data[place]! < 0.3) continue
      const colour = strokeColour(
        reference,
        place,
        only ? { jitter: 0.02, saturation: 1.1 } : strokes,
        random,
      )
      const path = strokePath(layer, place, colour)
      lay(path, across * 0.5 * (0.8 + 0.4 * random()), colour)
    }
  }
  return lit(canvas)
}

function strokeColour(
  { data }: FloatPicture,
  place: number,
  { jitter, saturation }: Pick<Strokes, 'jitter' | 'saturation'>,
  random: () => number,
): [number, number, number] {
  const [red, green, blue] = [data[place * 3]!, data[place * 3 + 1]!, data[place * 3 + 2]!]
  const grey = (red + green + blue) / 3
  const lighter = (random() - 0.5) * jitter * 2
  const vary = (value: number) =>
    clamp(
      grey +
        (value - grey) * (saturation + (random() - 0.5) * 5 * jitter) +
        lighter +
        (random() - 0.5) * jitter * 0.7,
    )
  return [vary(red), vary(green), vary(blue)]
}

function lit({ colours, paint }: Canvas): FloatPicture {
  const { width, height } = colours
  const relief = gaussianBlur({ width, height, data: paint }, 0.6).data
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const left = relief[x > 0 ? at - 1 : at]!
      const above = relief[y > 0 ? at - width : at]!
      const light = clamp((2 * relief[at]! - left - above) * 0.22, -0.11, 0.11)
      for (let channel = at * 3; channel < at * 3 + 3; channel++) colours.data[channel]! += light
    }
  return colours
}
