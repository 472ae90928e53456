import 'server-only'
import { inverse, rotated } from '@/lib/picture-edits/affine'
import type { CropRectangle, PictureEdits } from '@/lib/picture-edits/picture-edits'
import type { EditPlan } from '@/lib/picture-edits/plan-edits'
import { boundsAfter, toFrame } from '@/lib/picture-edits/upright'
import { pictureLimits } from './picture-limits'
import { sharp } from './sharp-settings'

/** Pixels in memory, one byte for each channel, row by row. */
export interface Pixels {
  data: Uint8Array
  width: number
  height: number
  channels: 1 | 2 | 3 | 4
}

/** A part of the frame, turned and mirrored; straightening comes after. */
export interface UprightPixels extends Pixels {
  /** The frame's place of its first pixel. */
  left: number
  top: number
}

export const stepTimeoutSeconds = 60
/** Around what is looked at, so that sampling between pixels finds neighbours everywhere. */
const margin = 4

function load(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: pictureLimits.pixels }).timeout({ seconds: stepTimeoutSeconds })
}

/**
 * The part of the frame that the crop needs, 8-bit sRGB: the crop itself, or, if the picture is straightened, what lies
 * under it with a margin, for which the outermost pixels are drawn out where the picture ends.
 */
export async function readUpright(
  bytes: Uint8Array,
  hasAlpha: boolean,
  plan: EditPlan,
  { turns, mirrored, angle }: PictureEdits,
): Promise<UprightPixels> {
  const region = angle === 0 ? plan.crop : regionUnder(plan, angle)
  const picture = load(bytes)
    .extract(boundsAfter(inverse(toFrame(plan.picture, { turns, mirrored })), region))
    .toColourspace('srgb')
  // sharp mirrors before it turns, we after: in a mirror a turn goes the other way.
  picture.flop(mirrored).rotate(((mirrored ? 4 - turns : turns) % 4) * 90)
  if (hasAlpha) picture.ensureAlpha()
  else picture.removeAlpha()
  const around = angle === 0 ? 0 : margin
  if (around) picture.extend({ left: around, top: around, right: around, bottom: around, extendWith: 'copy' })
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return { ...info, data, left: region.left - around, top: region.top - around }
}

function regionUnder({ frame, crop }: EditPlan, angle: number): CropRectangle {
  const back = rotated(-angle, { x: frame.width / 2, y: frame.height / 2 })
  const bounds = boundsAfter(back, crop)
  const left = Math.max(0, Math.floor(bounds.left) - margin)
  const top = Math.max(0, Math.floor(bounds.top) - margin)
  return {
    left,
    top,
    width: Math.min(frame.width, Math.ceil(bounds.left + bounds.width) + margin) - left,
    height: Math.min(frame.height, Math.ceil(bounds.top + bounds.height) + margin) - top,
  }
}

/** One byte for each pixel; transparent areas were not painted, so they count as black: kept. */
export function readMaskPixels(bytes: Uint8Array): Promise<Uint8Array> {
  return load(bytes).flatten({ background: '#000000' }).greyscale().toColourspace('b-w').raw().toBuffer()
}
