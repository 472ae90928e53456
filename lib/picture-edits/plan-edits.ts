import { pictureLimits, type PictureLimits } from '@/lib/assets/picture-limits'
import type { Dimensions } from '@/lib/models/size'
import { inOrder, inverse, moved, rotated, scaled, type Affine } from './affine'
import { cropFits, largestCrop } from './crop-geometry'
import type { CropRectangle, PictureEdits } from './picture-edits'
import { frameOf, toFrame } from './upright'

/** What edits come to for a picture of a certain size: everything the server, the preview and a mask need. */
export interface EditPlan {
  picture: Dimensions
  /** The picture turned, before straightening. */
  frame: Dimensions
  /** The crop that is made, also where none was given. */
  crop: CropRectangle
  /** The crop scaled. */
  resized: Dimensions
  /** With what is added on the sides: the size of the result. */
  output: Dimensions
  /** The first pixel of the picture in the result. */
  origin: { x: number; y: number }
  /** Places of the picture to places of the result, in pixels, and back. */
  toOutput: Affine
  toPicture: Affine
  /** New pixels are computed from several old ones; otherwise each pixel of the result is one of the picture's. */
  resamples: boolean
  /** Nothing is done. */
  isIdentity: boolean
}

/** Throws nothing: see `editsProblem` for what would not fit. */
export function planEdits(picture: Dimensions, edits: PictureEdits): EditPlan {
  const frame = frameOf(picture, edits)
  const crop = edits.crop ?? defaultCrop(frame, edits.angle)
  const resized = edits.resize ?? { width: crop.width, height: crop.height }
  const { left, top, right, bottom } = edits.extend ?? { left: 0, top: 0, right: 0, bottom: 0 }
  const output = { width: resized.width + left + right, height: resized.height + top + bottom }
  const toOutput = inOrder(
    toFrame(picture, edits),
    rotated(edits.angle, { x: frame.width / 2, y: frame.height / 2 }),
    moved(-crop.left, -crop.top),
    scaled(resized.width / crop.width, resized.height / crop.height),
    moved(left, top),
  )
  const isScaled = !isSameSize(resized, crop)
  const isWhole = isSameSize(output, frame) && crop.left === 0 && crop.top === 0 && isSameSize(crop, frame)
  return {
    picture,
    frame,
    crop,
    resized,
    output,
    origin: { x: left, y: top },
    toOutput,
    toPicture: inverse(toOutput),
    resamples: edits.angle !== 0 || isScaled,
    isIdentity: isWhole && edits.turns === 0 && !edits.mirrored && edits.angle === 0 && !isScaled,
  }
}

/** Why these edits can't be made of this picture, in one sentence with what to do; undefined if they can. */
export function editsProblem(
  picture: Dimensions,
  edits: PictureEdits,
  limits: PictureLimits = pictureLimits,
): string | undefined {
  const { frame, crop, resized, output } = planEdits(picture, edits)
  if (!cropFits({ frame, angle: edits.angle }, crop)) {
    const of = edits.angle ? ` turned by ${edits.angle}°` : ''
    return `The crop reaches out of the picture (${sizeText(frame)}${of}). Make it smaller or move it.`
  }
  for (const [what, size] of [
    ['Resized, the picture', resized],
    ['The prepared picture', output],
  ] as const) {
    const is = `${what} would be ${sizeText(size)} pixels`
    if (size.width * size.height > limits.pixels)
      return `${is}; at most ${limits.pixels / 1_000_000} megapixels are taken. Make it smaller.`
    if (Math.max(size.width, size.height) > limits.side)
      return `${is}; a side may have at most ${limits.side}. Make it smaller.`
  }
  return undefined
}

/**
 * The one way of writing edits that come to the same: without a crop, a size or an extension that changes nothing.
 * Two normalised edits are equal if their JSON is.
 */
export function normaliseEdits(picture: Dimensions, edits: PictureEdits): PictureEdits {
  const { turns, mirrored, angle, extend } = edits
  const { frame, crop, resized } = planEdits(picture, edits)
  const implied = defaultCrop(frame, angle)
  const isImplied = isSameSize(crop, implied) && crop.left === implied.left && crop.top === implied.top
  const { left, top, width, height } = crop
  return {
    turns,
    mirrored,
    angle: angle || 0,
    ...(!isImplied && { crop: { left, top, width, height } }),
    ...(!isSameSize(resized, crop) && { resize: { width: resized.width, height: resized.height } }),
    ...(extend &&
      extend.left + extend.top + extend.right + extend.bottom > 0 && { extend: inWriting(extend) }),
  }
}

function inWriting({ left, top, right, bottom, fill }: NonNullable<PictureEdits['extend']>) {
  return { left, top, right, bottom, fill: fill.startsWith('#') ? fill.toUpperCase() : fill }
}

function defaultCrop(frame: Dimensions, angle: number): CropRectangle {
  if (angle === 0) return { left: 0, top: 0, ...frame }
  return largestCrop({ frame, angle }, frame.width / frame.height)
}

export function isSameSize(a: Dimensions, b: Dimensions): boolean {
  return a.width === b.width && a.height === b.height
}

/** "4032 × 3024" */
export function sizeText({ width, height }: Dimensions): string {
  return `${width} × ${height}`
}
