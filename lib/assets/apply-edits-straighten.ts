import 'server-only'
import { apply, rotated } from '@/lib/picture-edits/affine'
import type { CropRectangle } from '@/lib/picture-edits/picture-edits'
import type { EditPlan } from '@/lib/picture-edits/plan-edits'
import { boundsAfter } from '@/lib/picture-edits/upright'
import { stepTimeoutSeconds, type Pixels, type UprightPixels } from './apply-edits-read'
import { sharp } from './sharp-settings'

/** Pixels. sharp turns whole rectangles and returns up to four times as much as is wanted, so it is given little ones. */
const tileSide = 1024
/** What bicubic sampling looks at around a place. */
const reach = 3

/** The crop of the straightened picture, bicubically, in tiles that meet to the pixel. */
export async function straighten(
  upright: UprightPixels,
  { frame, crop }: Pick<EditPlan, 'frame' | 'crop'>,
  angle: number,
  signal?: AbortSignal,
): Promise<Pixels> {
  const { width, height } = crop
  const { channels } = upright
  const data = new Uint8Array(width * height * channels)
  for (let top = 0; top < height; top += tileSide)
    for (let left = 0; left < width; left += tileSide) {
      signal?.throwIfAborted()
      const size = { width: Math.min(tileSide, width - left), height: Math.min(tileSide, height - top) }
      const place = { left: crop.left + left, top: crop.top + top, ...size }
      const tile = await straightenTile(upright, frame, place, angle)
      for (let row = 0; row < size.height; row++) {
        const from = (row + tile.top) * tile.width + tile.left
        const pixels = tile.data.subarray(from * channels, (from + size.width) * channels)
        data.set(pixels, ((top + row) * width + left) * channels)
      }
    }
  return { data, width, height, channels }
}

/** A rectangle that holds the tile, and where in it the tile begins. */
async function straightenTile(
  upright: UprightPixels,
  frame: { width: number; height: number },
  tile: CropRectangle,
  angle: number,
): Promise<UprightPixels> {
  const centre = { x: frame.width / 2, y: frame.height / 2 }
  const source = sourceOf(upright, boundsAfter(rotated(-angle, centre), tile))
  const settled = settledAngle(angle, source)
  const [cosine, sine, minusSine] = rotated(settled, { x: 0, y: 0 })
  // libvips counts from the middle of pixels: its (0, 0) is our (0.5, 0.5).
  const start = apply(rotated(settled, centre), { x: source.left + 0.5, y: source.top + 0.5 })
  const shift = { x: start.x - 0.5 - tile.left, y: start.y - 0.5 - tile.top }
  const whole = { x: Math.round(shift.x), y: Math.round(shift.y) }
  const { data, info } = await sharp(upright.data, { raw: rawOf(upright) })
    .timeout({ seconds: stepTimeoutSeconds })
    .extract({ ...source, left: source.left - upright.left, top: source.top - upright.top })
    .affine(
      [
        [cosine, minusSine],
        [sine, cosine],
      ],
      // What it returns is as large as the rectangle turned in place: only the fraction may be shifted in it.
      { interpolator: sharp.interpolators.bicubic, odx: shift.x - whole.x, ody: shift.y - whole.y },
    )
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { left, top } = boundsAfter(rotated(settled, { x: 0, y: 0 }), { ...source, left: 0, top: 0 })
  return { ...info, data, left: -Math.round(left) - whole.x, top: -Math.round(top) - whole.y }
}

function sourceOf(upright: UprightPixels, wanted: CropRectangle): CropRectangle {
  const left = Math.max(upright.left, Math.floor(wanted.left) - reach)
  const top = Math.max(upright.top, Math.floor(wanted.top) - reach)
  const right = Math.min(upright.left + upright.width, Math.ceil(wanted.left + wanted.width) + reach)
  const bottom = Math.min(upright.top + upright.height, Math.ceil(wanted.top + wanted.height) + reach)
  return { left, top, width: right - left, height: bottom - top }
}

/**
 * libvips rounds where the turned rectangle begins; so that it rounds as we do, a rectangle that begins at a half pixel
 * is turned by a hair more (a ten-thousandth of a pixel at a tile's far side).
 */
function settledAngle(angle: number, source: CropRectangle): number {
  let settled = angle
  for (let attempt = 0; attempt < 10; attempt++) {
    const { left, top } = boundsAfter(rotated(settled, { x: 0, y: 0 }), { ...source, left: 0, top: 0 })
    if ([left, top].every((place) => Math.abs((((place % 1) + 1) % 1) - 0.5) > 1e-5)) break
    settled += 5e-6
  }
  return settled
}

function rawOf({ width, height, channels }: Pixels) {
  return { width, height, channels }
}
