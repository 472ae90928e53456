import 'server-only'
import type { Picture } from '../picture'

/** The changed picture with the transparency of the original, which sharp's filters blur along with the colours. */
export function keepAlpha(changed: Picture, original: Picture): Picture {
  if (original.channels === 3 || changed.channels === 3) return changed
  const pixels = new Uint8Array(changed.pixels)
  for (let at = 3; at < pixels.length; at += 4) pixels[at] = original.pixels[at]!
  return { ...changed, pixels }
}
