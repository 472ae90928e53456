import 'server-only'
import type { FloatPicture } from '../pixels/float-picture'
import { clamp } from '../pixels/numbers'
import type { Path } from './brush'
import type { Strokes } from './brush-strokes'
import type { Flow } from './flow'
import type { Swirl } from './swirl'

/** What all strokes of one brush have in common. */
export interface Layer {
  reference: FloatPicture
  canvas: FloatPicture
  flow: Flow
  /** The brush, in pixels. */
  across: number
  strokes: Strokes
  swirl: Swirl | undefined
}

const longest = 64
/** Used for one stroke after the other: there are tens of thousands. */
const path: Path = { points: new Float32Array(longest * 2), count: 0 }

/** Follows the drawing from a pixel until the canvas is closer to the picture than the stroke's colour. */
export function strokePath(layer: Layer, place: number, colour: readonly number[]): Path {
  const { reference, canvas, flow, across, strokes, swirl } = layer
  const { width, height } = flow
  let x = place % width
  let y = Math.floor(place / width)
  let lastX = 0
  let lastY = 0
  path.count = 1
  path.points[0] = x
  path.points[1] = y
  const most = Math.min(longest, strokes.length.most)
  for (let nth = 1; nth < most; nth++) {
    const at = (y | 0) * width + (x | 0)
    if (nth > strokes.length.least && isCloser(reference.data, canvas.data, at * 3, colour)) break
    let dx = flow.x[at]!
    let dy = flow.y[at]!
    if (swirl) {
      const calm = clamp(1 - flow.strength[at]! * 2.2) * (1 - (strokes.faces?.data[at] ?? 0))
      const share = strokes.swirl.share * calm
      dx = dx * (1 - share) + swirl.x.data[at]! * share
      dy = dy * (1 - share) + swirl.y.data[at]! * share
      const size = Math.sqrt(dx * dx + dy * dy) || 1
      dx /= size
      dy /= size
    }
    if (lastX * dx + lastY * dy < 0) {
      dx = -dx
      dy = -dy
    }
    x += dx * across * 0.55
    y += dy * across * 0.55
    if (x < 0 || y < 0 || x >= width || y >= height) break
    lastX = dx
    lastY = dy
    path.points[path.count * 2] = x
    path.points[path.count * 2 + 1] = y
    path.count++
  }
  return path
}

function isCloser(
  wanted: Float32Array,
  painted: Float32Array,
  at: number,
  colour: readonly number[],
): boolean {
  let now = 0
  let then = 0
  for (let channel = 0; channel < 3; channel++) {
    now += Math.abs(wanted[at + channel]! - painted[at + channel]!)
    then += Math.abs(wanted[at + channel]! - colour[channel]!)
  }
  return now < then
}
