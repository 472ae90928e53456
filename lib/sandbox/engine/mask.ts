import 'server-only'
import sharp from 'sharp'
import { eachRow } from './each-row'
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
export async function blend(
  original: Picture,
  edited: Picture,
  mask: Mask | undefined,
  strength: number,
  signal: AbortSignal | undefined,
): Promise<Picture> {
  if (!mask && strength >= 1) return edited
  const { width, channels } = edited
  const pixels = new Uint8Array(edited.pixels.length)
  await eachRow(edited, signal, (y) => {
    for (let at = y * width, end = at + width; at < end; at++) {
      const share = mask ? (mask.values[at]! / 255) * strength : strength
      for (let channel = 0; channel < channels; channel++) {
        const from = channel < original.channels ? original.pixels[at * original.channels + channel]! : 255
        const to = edited.pixels[at * channels + channel]!
        pixels[at * channels + channel] = Math.round(from + (to - from) * share)
      }
    }
  })
  return { ...edited, pixels }
}
