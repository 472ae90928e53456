import 'server-only'
import { sharp } from '@/lib/assets/sharp-settings'
import type { Pixels } from '@/lib/reframe/paste-back'

/** A stored picture's own pixels, upright, four bytes each. */
export async function decodePixels(bytes: Uint8Array): Promise<Pixels> {
  const image = sharp(bytes).autoOrient().toColourspace('srgb').ensureAlpha()
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}
