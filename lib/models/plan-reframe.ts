import type { Dimensions } from './size'
import { resizedWithin, whole, withMargin, within, type Rectangle } from './rectangle'

/** Which part of a picture a model is given, and how large: what is needed to put its answer back. */
export interface Reframe {
  /** The original picture's pixels. */
  picture: Dimensions
  /** The part that is sent, in the original's pixels; what reaches out of the picture is padded. */
  region: Rectangle
  /** The pixels that part is sent with. */
  sent: Dimensions
}

/** What a model can be sent. */
export interface FrameRules {
  /** The only sizes it works in; without them any size goes. */
  shapes?: readonly Dimensions[]
  /** Both sides are a multiple of this, or the provider would resample to one. */
  multipleOf: number
  /** The longest side that is worth sending. */
  mostSide: number
}

/** Around what changes, so much of what stays is shown to the model, in parts of the longer side of what changes. */
const contextShare = 0.5
/** Models draw small pictures badly: a part is not cut smaller than this where the picture has more. */
const leastSide = 512

/**
 * The frame for a picture of which only `changing` (the mask's bounds) will change: cut around it with context, in a
 * shape the model works in. Without `changing` the whole picture is framed, padded to the nearest shape.
 */
export function planReframe(picture: Dimensions, rules: FrameRules, changing?: Rectangle): Reframe {
  const wanted = changing ? withContext(changing, picture) : whole(picture)
  const shape = nearestShape(rules.shapes, wanted)
  if (shape) {
    const region = resizedWithin(wanted, coveringShape(wanted, shape), picture)
    return { picture, region, sent: shape }
  }
  return freeFrame(picture, wanted, rules)
}

function withContext(changing: Rectangle, picture: Dimensions): Rectangle {
  const margin = Math.round(contextShare * Math.max(changing.width, changing.height))
  const shown = within(withMargin(changing, margin), picture)
  const size = {
    width: Math.min(picture.width, Math.max(shown.width, leastSide)),
    height: Math.min(picture.height, Math.max(shown.height, leastSide)),
  }
  return resizedWithin(shown, size, picture)
}

/** The listed size nearest in shape; of several the smallest that loses no pixels, else the largest. */
function nearestShape(shapes: readonly Dimensions[] | undefined, wanted: Dimensions): Dimensions | undefined {
  const distance = (shape: Dimensions) =>
    Math.abs(Math.log(shape.width / shape.height) - Math.log(wanted.width / wanted.height))
  const nearest = Math.min(...(shapes ?? []).map(distance))
  const fitting = (shapes ?? [])
    .filter((shape) => distance(shape) - nearest < 1e-9)
    .sort((a, b) => a.width - b.width)
  return (
    fitting.find((shape) => shape.width >= wanted.width && shape.height >= wanted.height) ?? fitting.at(-1)
  )
}

/** The smallest size of this shape that holds all of `wanted`. */
function coveringShape(wanted: Dimensions, shape: Dimensions): Dimensions {
  const scale = Math.max(wanted.width / shape.width, wanted.height / shape.height)
  return {
    width: Math.max(wanted.width, Math.round(shape.width * scale)),
    height: Math.max(wanted.height, Math.round(shape.height * scale)),
  }
}

/** Any size goes: pixel for pixel where that is not too large, a few pixels wider so that both sides come out even. */
function freeFrame(picture: Dimensions, wanted: Rectangle, { multipleOf, mostSide }: FrameRules): Reframe {
  const scale = Math.min(1, mostSide / Math.max(wanted.width, wanted.height))
  const even = (length: number) => Math.max(multipleOf, Math.ceil((length * scale) / multipleOf) * multipleOf)
  const sent = { width: even(wanted.width), height: even(wanted.height) }
  const size = {
    width: Math.max(wanted.width, Math.round(sent.width / scale)),
    height: Math.max(wanted.height, Math.round(sent.height / scale)),
  }
  return { picture, region: resizedWithin(wanted, size, picture), sent }
}
