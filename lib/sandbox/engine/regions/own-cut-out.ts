import 'server-only'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import type { Picture } from '../picture'

/** The subject of a picture that is cut out already: what is opaque. Undefined where little is transparent. */
export function ownCutOut({ pixels, width, height, channels }: Picture): Plane | undefined {
  if (channels !== 4) return undefined
  const cover = emptyPlane(width, height)
  let opaque = 0
  for (let at = 0; at < cover.data.length; at++) {
    cover.data[at] = pixels[at * 4 + 3]! / 255
    if (cover.data[at]! > 0.5) opaque++
  }
  const share = opaque / cover.data.length
  return share > 0.005 && share < 0.95 ? cover : undefined
}
