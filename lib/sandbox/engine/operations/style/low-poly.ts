import 'server-only'
import { meanColours } from '@/lib/sandbox/engine/painting/cells'
import { trianglesOf } from '@/lib/sandbox/engine/painting/triangles'
import { emptyFloat, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const lowPoly = defineStyle({
  name: 'low poly',
  pattern:
    /\b(?:low[ -]?poly(?:gon(?:al)?)?(?: (?:art|style))?|triangulat(?:ed|ion)|geometric (?:art|style|shapes)|polygon(?:al|s)?(?: art)?|cubis(?:t|m)(?: (?:style|painting))?|picasso)\b/,
  example: 'low poly',
  sparesFaces: true,
  approximates: (matched) =>
    /cubis|picasso/.test(matched) ? `${matched}: used the low poly filter` : undefined,
  paint,
})

/** Triangles of one colour each, their corners on the picture's edges. */
function paint(picture: FloatPicture, { seed, scale, faces }: Brush): FloatPicture {
  const { triangle, count } = trianglesOf(picture, seed, Math.max(3, 24 * scale), faces)
  const colours = meanColours(picture, triangle, count)
  const drawn = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < triangle.length; at++) {
    const from = triangle[at]! * 3
    const grey = (colours[from]! + colours[from + 1]! + colours[from + 2]!) / 3
    for (let channel = 0; channel < 3; channel++)
      drawn.data[at * 3 + channel] = clamp(grey + (colours[from + channel]! - grey) * 1.2)
  }
  return drawn
}
