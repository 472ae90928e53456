import 'server-only'
import sharp, { type Sharp } from 'sharp'

/** A decoded, upright picture: interleaved sRGB, 8 bits a channel. */
export interface Picture {
  pixels: Uint8Array
  width: number
  height: number
  /** 4 only where the picture is transparent somewhere. */
  channels: 3 | 4
}

/** Larger pictures are refused by sharp before they take memory. */
const limitInputPixels = 120_000_000

/**
 * Decodes and turns upright; an alpha channel that is opaque everywhere is dropped. Throws what sharp throws.
 *
 * @param cover reduced so far that it still covers this frame either way; never enlarged
 */
export async function decodePicture(
  bytes: Uint8Array,
  cover?: { width: number; height: number },
): Promise<Picture> {
  const upright = sharp(bytes, { limitInputPixels }).autoOrient()
  const picture = await rawPicture(
    cover ? upright.resize({ ...cover, fit: 'outside', withoutEnlargement: true }) : upright,
  )
  return picture.channels === 4 && isOpaque(picture) ? rawPicture(asSharp(picture).removeAlpha()) : picture
}

/** The picture as the start of a sharp pipeline. */
export function asSharp({ pixels, width, height, channels }: Picture): Sharp {
  return sharp(pixels, { raw: { width, height, channels }, limitInputPixels })
}

/** Runs a sharp pipeline to raw sRGB pixels. */
export async function rawPicture(pipeline: Sharp): Promise<Picture> {
  const { data, info } = await pipeline
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  // sharp keeps grey pictures to one channel, whatever the colour space asked for.
  if (info.channels < 3) return fromGrey({ pixels: data, width, height }, info.channels === 2)
  return { pixels: data, width, height, channels: info.channels === 4 ? 4 : 3 }
}

function fromGrey({ pixels, width, height }: Omit<Picture, 'channels'>, hasAlpha: boolean): Picture {
  const [from, channels] = hasAlpha ? ([2, 4] as const) : ([1, 3] as const)
  const coloured = new Uint8Array(width * height * channels)
  for (let at = 0; at < width * height; at++) {
    coloured.fill(pixels[at * from]!, at * channels, at * channels + 3)
    if (hasAlpha) coloured[at * 4 + 3] = pixels[at * 2 + 1]!
  }
  return { pixels: coloured, width, height, channels }
}

export function samePicture(a: Picture, b: Picture): boolean {
  return sameFrame(a, b) && a.channels === b.channels && Buffer.compare(a.pixels, b.pixels) === 0
}

export function sameFrame(a: Picture, b: Picture): boolean {
  return a.width === b.width && a.height === b.height
}

function isOpaque({ pixels }: Picture): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false
  return true
}
