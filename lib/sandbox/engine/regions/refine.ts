import 'server-only'
import type { Picture } from '../picture'
import type { FloatPicture, Plane } from '../pixels/float-picture'
import { alongColourLines, guidedColourLines } from '../pixels/guided-filter'
import { reducePicture, resizePlane } from '../pixels/stretch'
import { radiusAt } from './work-size'

export interface Refinement {
  /** How far edges may move, in pixels of a picture of 1024 px. */
  radius: number
  /** What counts as an edge, see `guidedColourLines`. */
  epsilon: number
  /** How much of the result follows the picture's edges, 0 to 1; the rest stays with the coarse cover. */
  follow: number
  /** Below the first it is nothing, above the second all. */
  ramp: readonly [nothing: number, all: number]
}

/** A copy of the picture, see `reducePicture`. */
export interface Reduced {
  grain: number
  picture: FloatPicture
}

/** The filter's radius on the reduced picture, in pixels: enough to tell its edges. */
const leastRadius = 3

/**
 * Enlarges a coarse cover to the picture and draws it to the picture's own edges. The edges are looked for on a
 * reduced picture and followed on the full one (He and Sun 2015, "Fast guided filter").
 *
 * @param reduced what a caller has reduced already; it is taken where it is of the size that is needed
 */
export function refine(
  picture: Picture,
  coarse: Plane,
  { radius, epsilon, follow, ramp: [nothing, all] }: Refinement,
  reduced?: Reduced,
): Plane {
  const reach = radiusAt(picture, radius)
  const grain = Math.max(1, Math.floor(reach / leastRadius))
  const small = reduced?.grain === grain ? reduced.picture : reducePicture(picture, grain)
  const cover = resizePlane(coarse, small.width, small.height)
  const lines = guidedColourLines(small, cover, Math.round(reach / grain), epsilon)
  for (const line of lines) for (let at = 0; at < line.data.length; at++) line.data[at]! *= follow
  const [, , , offset] = lines
  for (let at = 0; at < offset.data.length; at++) offset.data[at]! += cover.data[at]! * (1 - follow)
  return alongColourLines(picture, lines, nothing, all)
}
