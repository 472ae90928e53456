import 'server-only'
import type { EngineRequest } from './engine'
import { asSharp, rawPicture, type Picture } from './picture'

type Size = NonNullable<EngineRequest['size']>

/** How a picture comes into a frame. */
export type Fit = 'same' | 'cover' | 'contain'

/** Shapes within 3 % of each other are cropped to match; others are shown whole. */
export function fitOf(picture: { width: number; height: number }, size: Size): Fit {
  if (picture.width === size.width && picture.height === size.height) return 'same'
  const ratio = (picture.width * size.height) / (picture.height * size.width)
  return Math.max(ratio, 1 / ratio) <= 1.03 ? 'cover' : 'contain'
}

/** Exactly `size`: cropped a little, or whole upon a blurred, enlarged copy of itself. */
export async function fitPicture(picture: Picture, size: Size): Promise<Picture> {
  const fit = fitOf(picture, size)
  if (fit === 'same') return picture
  const cover = await rawPicture(asSharp(picture).resize({ ...size, fit: 'cover' }))
  if (fit === 'cover') return cover
  const inside = await rawPicture(asSharp(picture).resize(insideOf(picture, size)))
  const { width, height, channels, pixels } = inside
  const behind = await rawPicture(
    asSharp(cover)
      .blur(Math.max(2, Math.max(size.width, size.height) / 28))
      .linear(0.8, 0),
  )
  const whole = asSharp(behind).composite([
    {
      input: Buffer.from(pixels.buffer, pixels.byteOffset, pixels.length),
      raw: { width, height, channels },
      gravity: 'centre',
    },
  ])
  return rawPicture(picture.channels === 3 ? whole.removeAlpha() : whole)
}

function insideOf({ width, height }: Size, frame: Size): Size {
  const scale = Math.min(frame.width / width, frame.height / height)
  return {
    width: Math.min(frame.width, Math.max(1, Math.round(width * scale))),
    height: Math.min(frame.height, Math.max(1, Math.round(height * scale))),
  }
}
