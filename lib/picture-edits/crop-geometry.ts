import type { Dimensions } from '@/lib/models/size'
import { apply, rotated, type Point } from './affine'
import type { CropRectangle } from './picture-edits'

/*
 * A crop is an upright rectangle over a picture that is turned by a few degrees about the centre of its frame. Seen
 * from the picture, a crop's corners reach a certain way from the crop's centre, and that is all that decides whether
 * it fits.
 */

/** A picture in its frame, straightened by so many degrees. */
export interface Straightened {
  frame: Dimensions
  angle: number
}

/**
 * Pixels by which a crop may stand out. Its places are whole pixels, so over a turned picture a corner can't be met
 * exactly; what is missing there is the nearest pixel's.
 */
const toleranceWhenTurned = 1

/** How far a crop of this size reaches from its centre, measured along the picture's own sides. */
function reach(angle: number, { width, height }: Dimensions): Point {
  const cosine = Math.cos((angle * Math.PI) / 180)
  const sine = Math.abs(Math.sin((angle * Math.PI) / 180))
  return { x: (cosine * width + sine * height) / 2, y: (sine * width + cosine * height) / 2 }
}

function centreOf({ width, height }: Dimensions): Point {
  return { x: width / 2, y: height / 2 }
}

function middleOf({ left, top, width, height }: CropRectangle): Point {
  return { x: left + width / 2, y: top + height / 2 }
}

/** Where a point of the straightened picture was before straightening, from the frame's centre. */
function fromCentre({ frame, angle }: Straightened, point: Point): Point {
  const centre = centreOf(frame)
  const { x, y } = apply(rotated(-angle, centre), point)
  return { x: x - centre.x, y: y - centre.y }
}

/** By how many pixels the crop stands out of the picture; 0 or less where it shows nothing but picture. */
export function overhang(picture: Straightened, crop: CropRectangle): number {
  const { frame, angle } = picture
  const middle = fromCentre(picture, middleOf(crop))
  const room = reach(angle, crop)
  return Math.max(
    Math.abs(middle.x) + room.x - frame.width / 2,
    Math.abs(middle.y) + room.y - frame.height / 2,
  )
}

/** Whether a crop may be made. */
export function cropFits(picture: Straightened, crop: CropRectangle): boolean {
  return overhang(picture, crop) <= (picture.angle === 0 ? 0 : toleranceWhenTurned)
}

/** The largest crop of a shape (width divided by height) about the frame's centre, or about a point near it. */
export function largestCrop(picture: Straightened, ratio: number, about?: Point): CropRectangle {
  const { frame, angle } = picture
  const middle = about ?? centreOf(frame)
  const offset = fromCentre(picture, middle)
  const room = reach(angle, { width: ratio, height: 1 })
  const height = Math.min(
    (frame.width / 2 - Math.abs(offset.x)) / room.x,
    (frame.height / 2 - Math.abs(offset.y)) / room.y,
  )
  // A hair more, or 0.1 + 0.2 would cost a pixel.
  const whole = (length: number) => Math.max(1, Math.floor(length + 1e-6))
  return centred({ width: whole(height * ratio), height: whole(height) }, middle)
}

/** The crop itself if it fits, else moved to where it does, else made smaller in its shape. */
export function fitCrop(picture: Straightened, crop: CropRectangle): CropRectangle {
  if (cropFits(picture, crop)) return crop
  const moved = moveCrop(picture, crop, middleOf(crop))
  if (cropFits(picture, moved)) return moved
  return largestCrop(picture, crop.width / crop.height, middleOf(moved))
}

/** The crop with its middle at a point, or as near to it as it fits. */
export function moveCrop(picture: Straightened, crop: CropRectangle, middle: Point): CropRectangle {
  const { frame, angle } = picture
  const room = reach(angle, crop)
  const wanted = fromCentre(picture, middle)
  const centre = centreOf(frame)
  const settled = apply(rotated(angle, centre), {
    x: centre.x + between(wanted.x, frame.width / 2 - room.x),
    y: centre.y + between(wanted.y, frame.height / 2 - room.y),
  })
  return centred(crop, settled)
}

function centred({ width, height }: Dimensions, middle: Point): CropRectangle {
  const place = (at: number, length: number) => Math.round(at - length / 2) || 0
  return { left: place(middle.x, width), top: place(middle.y, height), width, height }
}

function between(value: number, limit: number): number {
  return limit <= 0 ? 0 : Math.min(Math.max(value, -limit), limit)
}
