import 'server-only'
import type { Colour } from '../change-colours'
import { smoothStep } from '../pixels/numbers'
import { gaussianBlur } from '../pixels/blur'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import { resizePlane } from '../pixels/stretch'
import type { Picture } from '../picture'
import type { CutOut } from './cut-out'
import { distanceTo } from './distance'
import { layOver } from './lay-over'
import { boxed } from './move-cut-out'
import { clear } from './plain'
import { shade } from './shade'
import { subjectBox } from './subject-box'
import { thrownShadow } from './thrown-shadow'

/** Outlines are worked out at most this long and enlarged: they are soft by a pixel. */
const longest = 768

/**
 * A die-cut sticker in the cut-out's own frame: the subject moved to the middle, as large as fits, an outline of even
 * width around it, a faint shadow, nothing behind.
 *
 * @param thickness of the outline, in longest sides of the picture
 */
export async function sticker(cut: CutOut, colour: Colour, thickness: number): Promise<Picture> {
  const box = subjectBox(cut)
  if (!box) return cut
  const { width, height } = cut
  const margin = Math.max(1, Math.round(Math.max(width, height) * (thickness + 0.03)))
  const [wide, high] = [box.right - box.left, box.bottom - box.top]
  const scale = Math.max(0.05, Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high))
  const subject = await boxed(cut, box, wide * scale, high * scale)
  const place = {
    left: Math.round((width - subject.width) / 2),
    top: Math.round((height - subject.height) / 2),
  }
  const placed = layOver(clear(cut), subject, place) as CutOut
  const outline = await outlineOf(placed, thickness)
  const paper = new Uint8Array(width * height * 4)
  for (let at = 0; at < outline.data.length; at++) {
    paper.set(colour, at * 4)
    paper[at * 4 + 3] = Math.round(outline.data[at]! * 255)
  }
  const cutPaper: CutOut = { pixels: paper, width, height, channels: 4 }
  const shadowed = shade(clear(cut), thrownShadow(cutPaper, 0.45, 'right'))
  return layOver(layOver(shadowed, cutPaper), placed)
}

/** 1 on the cut-out and as far around it as the outline is thick. */
async function outlineOf(cut: CutOut, thickness: number): Promise<Plane> {
  const { width, height } = cut
  const scale = Math.min(1, longest / Math.max(width, height))
  const small = await boxed(
    cut,
    { left: 0, top: 0, right: width, bottom: height },
    width * scale,
    height * scale,
  )
  const alpha = emptyPlane(small.width, small.height)
  for (let at = 0; at < alpha.data.length; at++) alpha.data[at] = small.pixels[at * 4 + 3]! / 255
  const side = Math.max(small.width, small.height)
  // Smoothed first, so that the outline does not follow every hair.
  const distance = distanceTo(gaussianBlur(alpha, side / 300))
  const reach = thickness * side
  distance.data.forEach((value, at) => (distance.data[at] = smoothStep(reach + 0.7, reach - 0.7, value)))
  return resizePlane(gaussianBlur(distance, 0.6), width, height)
}
