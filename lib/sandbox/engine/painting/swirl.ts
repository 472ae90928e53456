import 'server-only'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import { noisePlane, type Size } from './noise-plane'

/** Unit vectors of eddies. */
export interface Swirl {
  x: Plane
  y: Plane
}

/** @param across of an eddy, in pixels */
export function swirlOf(size: Size, seed: number, across: number): Swirl {
  const turns = noisePlane(size, seed, across, 2)
  const [x, y] = [emptyPlane(size.width, size.height), emptyPlane(size.width, size.height)]
  for (let at = 0; at < turns.data.length; at++) {
    const angle = turns.data[at]! * 4 * Math.PI
    x.data[at] = Math.cos(angle)
    y.data[at] = Math.sin(angle)
  }
  return { x, y }
}
