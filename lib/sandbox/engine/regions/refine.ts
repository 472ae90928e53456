import 'server-only'
import { resizePlane, type FloatPicture, type Plane } from '../pixels/float-picture'
import { guidedFilterColour } from '../pixels/guided-filter'
import { smoothStep } from '../pixels/numbers'
import { radiusAt } from './work-size'

export interface Refinement {
  /** How far edges may move, in pixels of a picture of 1024 px. */
  radius: number
  /** What counts as an edge, see `guidedFilterColour`. */
  epsilon: number
  /** How much of the result follows the picture's edges, 0 to 1; the rest stays with the coarse cover. */
  follow: number
  /** Below the first it is nothing, above the second all. */
  ramp: readonly [nothing: number, all: number]
}

/** Enlarges a coarse cover to the picture and draws it to the picture's own edges. */
export function refine(
  picture: FloatPicture,
  coarse: Plane,
  { radius, epsilon, follow, ramp }: Refinement,
): Plane {
  const { width, height } = picture
  const large = resizePlane(coarse, width, height)
  const fine = guidedFilterColour(picture, large, radiusAt(picture, radius), epsilon)
  for (let at = 0; at < fine.data.length; at++)
    fine.data[at] = smoothStep(...ramp, fine.data[at]! * follow + large.data[at]! * (1 - follow))
  return fine
}
