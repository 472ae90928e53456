import type { Dimensions } from '@/lib/models/size'
import { apply, inOrder, type Affine } from './affine'
import type { CropRectangle, PictureEdits } from './picture-edits'

type Orientation = Pick<PictureEdits, 'turns' | 'mirrored'>

/** The frame's size: the picture's, turned. */
export function frameOf({ width, height }: Dimensions, { turns }: Orientation): Dimensions {
  return turns % 2 ? { width: height, height: width } : { width, height }
}

/** From the picture's pixels to the frame's. Whole numbers only, so nothing is lost on the way. */
export function toFrame(picture: Dimensions, { turns, mirrored }: Orientation): Affine {
  const { width, height } = picture
  const turn: Affine[] = [
    [1, 0, 0, 1, 0, 0],
    [0, 1, -1, 0, height, 0],
    [-1, 0, 0, -1, width, height],
    [0, -1, 1, 0, 0, width],
  ]
  const frame = frameOf(picture, { turns, mirrored })
  const mirror: Affine = mirrored ? [-1, 0, 0, 1, frame.width, 0] : [1, 0, 0, 1, 0, 0]
  return inOrder(turn[turns] ?? mirror, mirror)
}

/** The upright rectangle around a rectangle after a change of place; exact where the change is a quarter turn. */
export function boundsAfter(change: Affine, { left, top, width, height }: CropRectangle): CropRectangle {
  const corners = [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left, y: top + height },
    { x: left + width, y: top + height },
  ].map((corner) => apply(change, corner))
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { left: x, top: y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
