import 'server-only'
import { gaussianBlur } from '../pixels/blur'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import { clamp } from '../pixels/numbers'
import { resizePlane } from '../pixels/stretch'
import type { CutOut } from './cut-out'

/** Shadows are soft: they are drawn at most this long and enlarged. */
const longest = 512

/** The shadow a cut-out throws on a wall close behind it, light coming from above. @param amount 1 is plain, 1.6 strong */
export function thrownShadow(cut: CutOut, amount: number, side: 'left' | 'right'): Plane {
  const scale = Math.min(1, longest / Math.max(cut.width, cut.height))
  const shadow = emptyPlane(
    Math.max(1, Math.round(cut.width * scale)),
    Math.max(1, Math.round(cut.height * scale)),
  )
  const { width, height } = shadow
  const reach = Math.max(width, height) * 0.022 * (side === 'left' ? -1 : 1)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const fromX = clamp(Math.round((x - reach + 0.5) / scale), 0, cut.width - 1)
      const fromY = clamp(Math.round((y - Math.abs(reach) * 0.9 + 0.5) / scale), 0, cut.height - 1)
      shadow.data[y * width + x] = cut.pixels[(fromY * cut.width + fromX) * 4 + 3]! / 255
    }
  const soft = gaussianBlur(shadow, Math.max(width, height) * 0.016)
  const dark = clamp(0.5 * amount, 0, 0.8)
  soft.data.forEach((value, at) => (soft.data[at] = clamp(value) * dark))
  return resizePlane(soft, cut.width, cut.height)
}
