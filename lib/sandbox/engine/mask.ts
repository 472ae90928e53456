import 'server-only'
import sharp from 'sharp'
import type { Mask } from './operation'
import type { Picture } from './picture'

type Size = { width: number; height: number }

/** Reads a mask and lays it over a picture of `size`; what is transparent counts as black. */
export async function decodeMask(bytes: Uint8Array, size: Size): Promise<Mask> {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .flatten({ background: '#000' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const first = (_: number, index: number) => data[index * info.channels]!
  const values = info.channels === 1 ? data : Uint8Array.from({ length: info.width * info.height }, first)
  return scaleMask({ values, width: info.width, height: info.height }, size)
}

/** Stretches a mask; linear, so that black stays black a pixel away from an edge. */
export async function scaleMask(mask: Mask, size: Size): Promise<Mask> {
  if (mask.width === size.width && mask.height === size.height) return mask
  const raw = { width: mask.width, height: mask.height, channels: 1 as const }
  const values = await sharp(mask.values, { raw })
    .resize({ width: size.width, height: size.height, fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer()
  return { values, width: size.width, height: size.height }
}

/** `original` where the mask is black or the strength 0, `edited` where it is white and the strength 1. */
export function blend(original: Picture, edited: Picture, mask: Mask | undefined, strength: number): Picture {
  if (!mask && strength >= 1) return edited
  return blendBy(original, edited, (at) => (mask ? (mask.values[at]! / 255) * strength : strength))
}

/** @param share of a pixel, by its number: 0 takes `original`, 1 `edited`. A missing alpha channel counts as opaque. */
export function blendBy(original: Picture, edited: Picture, share: (pixel: number) => number): Picture {
  const { width, height } = edited
  const channels = original.channels === 4 ? 4 : edited.channels
  const value = (picture: Picture, at: number, channel: number) =>
    channel < picture.channels ? picture.pixels[at * picture.channels + channel]! : 255
  const pixels = new Uint8Array(width * height * channels)
  for (let at = 0; at < width * height; at++) {
    const here = share(at)
    for (let channel = 0; channel < channels; channel++) {
      const from = value(original, at, channel)
      pixels[at * channels + channel] = Math.round(from + (value(edited, at, channel) - from) * here)
    }
  }
  return { pixels, width, height, channels }
}
