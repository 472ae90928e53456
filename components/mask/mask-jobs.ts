import { feather } from '@/lib/masks/feather'
import { floodFill, type FloodOptions, type Pixels } from '@/lib/masks/flood-fill'
import { grow } from '@/lib/masks/grow'
import type { Region } from '@/lib/masks/lay-over'
import type { Mask } from '@/lib/masks/mask'
import { maskFromAlpha, maskFromLuma } from '@/lib/masks/mask-from-pixels'
import { stretchMask, type Stretching } from '@/lib/masks/stretch-mask'
import { encodeMask } from './encode-mask'
import type { Size } from './mask-view'
import { readPixels } from './read-pixels'

/** The picture that is filled by colour: read once, when it is first needed. */
let picture: { url: string; pixels: Promise<Pixels> } | undefined

async function pixelsOf(url: string): Promise<Pixels> {
  if (picture?.url !== url) picture = { url, pixels: readPixels(url) }
  try {
    return await picture.pixels
  } catch (error) {
    picture = undefined
    throw error
  }
}

/** What takes too long for the page's own thread; it all happens in `mask-worker.ts`. */
export const maskJobs = {
  feather: (mask: Mask, sigma: number): Mask => feather(mask, sigma),
  grow: (mask: Mask, pixels: number): Mask => grow(mask, pixels),
  stretch: (mask: Mask, size: Size, how: Stretching): Mask => stretchMask(mask, size, how),
  encode: (mask: Mask): Promise<Blob> => encodeMask(mask),

  /** The area of like colour in the picture at an address. */
  fill: async (url: string, seed: { x: number; y: number }, options: FloodOptions): Promise<Region> =>
    floodFill(await pixelsOf(url), seed, options),

  /** The picture's transparency; undefined if nothing is transparent. */
  async alpha(url: string): Promise<Mask | undefined> {
    const mask = maskFromAlpha(await pixelsOf(url))
    return mask.data.some((value) => value > 0) ? mask : undefined
  },

  /** A picture, from an address or a file, read as a mask: white is made anew. */
  read: async (source: string | Blob): Promise<Mask> =>
    maskFromLuma(await readPixels(source, { rawColors: true })),
}

export type MaskJobs = {
  [Name in keyof typeof maskJobs]: (
    ...args: Parameters<(typeof maskJobs)[Name]>
  ) => Promise<Awaited<ReturnType<(typeof maskJobs)[Name]>>>
}
