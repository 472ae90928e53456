import 'server-only'
import { gaussianBlur } from '../pixels/blur'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import { clamp } from '../pixels/numbers'
import { resizePlane } from '../pixels/stretch'
import type { CutOut } from './cut-out'
import type { Offset } from './lay-over'
import { subjectBox } from './subject-box'

/** Shadows are soft: they are drawn at most this long and enlarged. */
const longest = 512

/**
 * What keeps a thing from floating: dark right below where it stands, and a wider, fainter pool around.
 *
 * @returns how much darker, 0 to 1, at the size of the picture it stands in
 */
export function contactShadow(size: { width: number; height: number }, cut: CutOut, at: Offset): Plane {
  const feet = feetOf(cut)
  if (!feet) return emptyPlane(size.width, size.height)
  const scale = Math.min(1, longest / Math.max(size.width, size.height))
  const shadow = emptyPlane(
    Math.max(1, Math.round(size.width * scale)),
    Math.max(1, Math.round(size.height * scale)),
  )
  const middle = (at.left + (feet.left + feet.right) / 2) * scale
  const ground = (at.top + feet.bottom) * scale
  const wide = Math.max(2, (feet.right - feet.left) * scale * 0.5)
  const ellipses = [
    { wide: wide * 1.02, high: wide * 0.1 + 1, dark: 0.55 },
    { wide: Math.max(wide * 1.35, feet.whole * scale * 0.42), high: wide * 0.24 + 2, dark: 0.3 },
  ]
  for (let y = 0; y < shadow.height; y++)
    for (let x = 0; x < shadow.width; x++)
      for (const { wide, high, dark } of ellipses) {
        const off = ((x + 0.5 - middle) / wide) ** 2 + ((y + 0.5 - ground + high * 0.35) / high) ** 2
        if (off < 1) shadow.data[y * shadow.width + x]! += (1 - off) * dark
      }
  const soft = gaussianBlur(shadow, Math.max(0.5, wide * 0.03))
  soft.data.forEach((value, index) => (soft.data[index] = clamp(value, 0, 0.75)))
  return resizePlane(soft, size.width, size.height)
}

/** The lowest tenth of a cut-out, on which it stands, and how wide all of it is. */
function feetOf(cut: CutOut) {
  const box = subjectBox(cut)
  if (!box) return undefined
  const from = Math.max(box.top, Math.floor(box.bottom - (box.bottom - box.top) * 0.1))
  let left = cut.width
  let right = 0
  for (let y = from; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++)
      if (cut.pixels[(y * cut.width + x) * 4 + 3]! > 127) {
        left = Math.min(left, x)
        right = Math.max(right, x + 1)
      }
  return right > left ? { left, right, bottom: box.bottom, whole: box.right - box.left } : undefined
}
