import 'server-only'
import { sharp } from '@/lib/assets/sharp-settings'
import type { Pixels } from '@/lib/reframe/paste-back'

/** A stored picture's own pixels, upright, four bytes each. */
export async function decodePixels(bytes: Uint8Array): Promise<Pixels> {
  const image = sharp(bytes).autoOrient().toColourspace('srgb').ensureAlpha()
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** A stored mask, a byte per pixel. Transparent areas were not painted, so they count as black: kept. */
export async function decodeMask(bytes: Uint8Array): Promise<Uint8Array> {
  const image = sharp(bytes).autoOrient().flatten({ background: '#000000' }).greyscale().toColourspace('b-w')
  return image.raw().toBuffer()
}
