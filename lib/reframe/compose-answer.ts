import { alignPictures } from '@/lib/measures/align-pictures'
import type { AlignmentResult } from '@/lib/measures/measures'
import { channelsOf, greyOf, type Channels, type PictureCopy, type Plane } from '@/lib/measures/picture-copy'
import { inPlace, outputRegion, type Placement } from '@/lib/measures/placement'
import { resample } from '@/lib/measures/resample'
import { sameShape } from '@/lib/measures/same-shape'
import { inwardFeather } from './inward-feather'
import { pasteBack, type Pixels } from './paste-back'
import type { Reframe } from '@/lib/models/plan-reframe'
import { within, type Rectangle } from '@/lib/models/rectangle'

/** What came of putting an answer back; refused, the original is untouched. */
export type Composed =
  { state: 'composed'; alignment: AlignmentResult } | { state: 'refused'; reason: string }

/** In parts of the region's long side; the seam is as wide as that, inside the mask. */
const featherShare = 0.02

/**
 * Puts a model's answer back into the original, in place: aligned with it, since models move what they should leave
 * alone, and where there is a mask only inside it.
 *
 * @param mask one byte per pixel of the original, 0 kept, 255 regenerated; without it the whole region is replaced
 */
export function composeAnswer(
  original: Pixels,
  answer: Pixels,
  { region, sent }: Reframe,
  mask?: Uint8Array,
): Composed {
  if (!sameShape(answer, sent)) {
    const [asked, came] = [sent, answer].map(({ width, height }) => `${width} × ${height}`)
    return { state: 'refused', reason: `The model answered in another shape (${came} instead of ${asked}).` }
  }
  const covered = within(region, original)
  const channels = channelsOf(copyOf(answer))
  const before = overview(original, region, covered)
  const { result, placement = inPlace } = alignPictures(before, greyOf(channels), region)
  const aligned = drawn(channels, region, placement, covered)
  const feather = Math.round(featherShare * Math.max(region.width, region.height))
  pasteBack(original, aligned, covered, mask && inwardFeather(mask, original, feather))
  return { state: 'composed', alignment: result }
}

/** Long side in pixels; more than is looked at to align two pictures. */
const overviewSide = 1024

/**
 * The region in grey, reduced; beyond the picture its border goes on. It is never drawn at its own size, nor is the
 * answer: around a panorama the padding is many times the picture.
 */
function overview(original: Pixels, region: Rectangle, covered: Rectangle): Plane {
  const scale = Math.min(1, overviewSide / Math.max(region.width, region.height))
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return resample(greyOf(channelsOf(copyOf(cutOut(original, covered)))), relativeTo(covered, region), {
    width: side(region.width),
    height: side(region.height),
  })
}

/** A rectangle in pixels from another's top left. */
function relativeTo(origin: Rectangle, { left, top, width, height }: Rectangle): Rectangle {
  return { left: left - origin.left, top: top - origin.top, width, height }
}

function copyOf(pixels: Pixels): PictureCopy {
  const data = new Uint8ClampedArray(pixels.data.buffer, pixels.data.byteOffset, pixels.data.byteLength)
  return { width: pixels.width, height: pixels.height, data, original: pixels }
}

/** A part of a picture; where it reaches out of the picture the nearest pixel is repeated. */
export function cutOut(picture: Pixels, { left, top, width, height }: Rectangle): Pixels {
  const data = new Uint8Array(width * height * 4)
  const limit = (value: number, length: number) => Math.min(Math.max(value, 0), length - 1)
  for (let y = 0; y < height; y++) {
    const row = limit(top + y, picture.height) * picture.width
    for (let x = 0; x < width; x++) {
      const from = (row + limit(left + x, picture.width)) * 4
      const at = (y * width + x) * 4
      for (let channel = 0; channel < 4; channel++) data[at + channel] = picture.data[from + channel] ?? 0
    }
  }
  return { width, height, data }
}

/** What of the answer lies over `part` of the region, moved and scaled so that both show the same at the same place. */
function drawn(channels: Channels, region: Rectangle, placement: Placement, part: Rectangle): Pixels {
  const shown = outputRegion(relativeTo(region, part), region, channels[0], placement)
  const size = { width: part.width, height: part.height }
  const data = new Uint8ClampedArray(size.width * size.height * 4)
  for (const [channel, plane] of channels.entries()) {
    const { values } = resample(plane, shown, size)
    for (let at = 0; at < values.length; at++) data[at * 4 + channel] = Math.round(values[at] ?? 0)
  }
  for (let at = 3; at < data.length; at += 4) data[at] = 255
  return { ...size, data }
}
