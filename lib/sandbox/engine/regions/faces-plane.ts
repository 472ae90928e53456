import 'server-only'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import { lengthOf, smoothStep } from '../pixels/numbers'
import type { Face } from './find-faces'

/** A box ends at the brow: up to the hair and down to the chin a face is this much longer, and its middle is higher. */
const [wider, longer, higher] = [1.1, 1.35, 0.1]

/** 1 in the ellipse of each face, softly falling to 0 around it. */
export function facesPlane(
  faces: readonly Face[],
  { width, height }: { width: number; height: number },
): Plane {
  const plane = emptyPlane(width, height)
  for (const face of faces) {
    const across = (face.width * width * wider) / 2
    const down = (face.height * height * longer) / 2
    const [middle, centre] = [face.centre.x * width, (face.centre.y - face.height * higher) * height]
    const reach = 1.15
    const top = Math.max(0, Math.floor(centre - down * reach))
    const bottom = Math.min(height, centre + down * reach)
    const left = Math.max(0, Math.floor(middle - across * reach))
    const right = Math.min(width, middle + across * reach)
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        const distance = lengthOf((x + 0.5 - middle) / across, (y + 0.5 - centre) / down)
        const at = y * width + x
        plane.data[at] = Math.max(plane.data[at]!, smoothStep(reach, 0.85, distance))
      }
  }
  return plane
}
