import { overhang, type Straightened } from './crop-geometry'
import type { CropRectangle } from './picture-edits'
import type { Point } from './affine'

/** The handles of a crop by the sides they move: -1 the left or upper, 1 the right or lower, 0 neither. */
export interface Handle {
  x: -1 | 0 | 1
  y: -1 | 0 | 1
}

/** Sides in pixels of the frame; between whole pixels only while computing. */
interface Sides {
  left: number
  top: number
  right: number
  bottom: number
}

/** A crop that can still be got hold of. */
const leastSide = 8

/**
 * The crop with one handle drawn to a point of the frame, as far as the picture goes; the opposite side or corner stays.
 *
 * @param ratio  width divided by height, if it is to be kept
 */
export function dragHandle(
  picture: Straightened,
  crop: CropRectangle,
  handle: Handle,
  to: Point,
  ratio?: number,
): CropRectangle {
  const from = sidesOf(crop)
  if (ratio) return asCrop(furthest(picture, from, inRatio(from, handle, to, ratio)), ratio, handle)
  // One direction after the other, so that a crop at one border can still be drawn along it.
  const across = furthest(picture, from, drawnTo(from, { x: handle.x, y: 0 }, to))
  return asCrop(furthest(picture, across, drawnTo(across, { x: 0, y: handle.y }, to)), undefined, handle)
}

function sidesOf({ left, top, width, height }: CropRectangle): Sides {
  return { left, top, right: left + width, bottom: top + height }
}

function drawnTo({ left, top, right, bottom }: Sides, handle: Handle, { x, y }: Point): Sides {
  return {
    left: handle.x < 0 ? Math.min(x, right - Math.min(leastSide, right - left)) : left,
    right: handle.x > 0 ? Math.max(x, left + Math.min(leastSide, right - left)) : right,
    top: handle.y < 0 ? Math.min(y, bottom - Math.min(leastSide, bottom - top)) : top,
    bottom: handle.y > 0 ? Math.max(y, top + Math.min(leastSide, bottom - top)) : bottom,
  }
}

/** Drawn from the opposite corner, or from the middle of the opposite side, in shape. */
function inRatio(from: Sides, handle: Handle, to: Point, ratio: number): Sides {
  const free = drawnTo(from, handle, to)
  const wide = (free.bottom - free.top) * ratio
  const width =
    handle.y === 0 ? free.right - free.left : handle.x === 0 ? wide : Math.max(free.right - free.left, wide)
  const height = width / ratio
  const place = (direction: number, low: number, high: number, length: number) => {
    if (direction < 0) return high - length
    return direction > 0 ? low : (low + high - length) / 2
  }
  const left = place(handle.x, from.left, from.right, width)
  const top = place(handle.y, from.top, from.bottom, height)
  return { left, top, right: left + width, bottom: top + height }
}

/** The last of the rectangles between two that fits. The first does, and what fits is convex: halving finds it. */
function furthest(picture: Straightened, from: Sides, to: Sides): Sides {
  const at = (part: number): Sides => ({
    left: from.left + (to.left - from.left) * part,
    top: from.top + (to.top - from.top) * part,
    right: from.right + (to.right - from.right) * part,
    bottom: from.bottom + (to.bottom - from.bottom) * part,
  })
  const out = ({ left, top, right, bottom }: Sides) =>
    overhang(picture, { left, top, width: right - left, height: bottom - top })
  // A crop of whole pixels may stand out by a fraction already; it must not come to more.
  const most = Math.max(out(from), 1e-6)
  if (out(to) <= most) return to
  let [fits, tooFar] = [0, 1]
  for (let step = 0; step < 30; step++) {
    const middle = (fits + tooFar) / 2
    if (out(at(middle)) <= most) fits = middle
    else tooFar = middle
  }
  return at(fits)
}

/** The whole pixels within; in a shape no more of them than the shape has. */
function asCrop(sides: Sides, ratio: number | undefined, handle: Handle): CropRectangle {
  const left = Math.ceil(sides.left - rounding) || 0
  const top = Math.ceil(sides.top - rounding) || 0
  const most = {
    width: Math.max(1, Math.floor(sides.right + rounding) - left),
    height: Math.max(1, Math.floor(sides.bottom + rounding) - top),
  }
  if (!ratio) return { left, top, ...most }
  const height = Math.max(1, Math.min(most.height, Math.round(most.width / ratio)))
  const width = Math.max(1, Math.min(most.width, Math.round(height * ratio)))
  // The pixel that the shape costs is taken from the side that is drawn.
  return {
    left: handle.x < 0 ? left + most.width - width : left,
    top: handle.y < 0 ? top + most.height - height : top,
    width,
    height,
  }
}

/** What computing may have added to a whole number. */
const rounding = 1e-4
