import { inOrder, moved, rotated, scaled, type Affine } from '@/lib/picture-edits/affine'
import type { CropRectangle } from '@/lib/picture-edits/picture-edits'
import type { EditPlan } from '@/lib/picture-edits/plan-edits'
import { boundsAfter, toFrame } from '@/lib/picture-edits/upright'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'
import type { Size } from './use-pane-size'

/** CSS pixels around the picture, for handles that stand on its border. */
const padding = 28

/** How the straightened picture lies in the pane: as large as it fits, its middle in the middle. */
export interface PlacedFrame {
  /** CSS pixels per pixel of the frame. */
  scale: number
  /** From the picture's pixels to CSS pixels of the pane. */
  picture: Affine
  /** Upright around the straightened picture, in the frame's pixels. */
  bounds: CropRectangle
  /** A rectangle of the frame in CSS pixels of the pane. */
  place(rectangle: CropRectangle): CropRectangle
}

export function placeFrame({ picture, frame }: EditPlan, edits: PictureEdits, pane: Size): PlacedFrame {
  const turn = rotated(edits.angle, { x: frame.width / 2, y: frame.height / 2 })
  const bounds = boundsAfter(turn, { left: 0, top: 0, ...frame })
  const scale = Math.max(
    1e-6,
    Math.min((pane.width - 2 * padding) / bounds.width, (pane.height - 2 * padding) / bounds.height),
  )
  const view = inOrder(
    moved(-frame.width / 2, -frame.height / 2),
    scaled(scale, scale),
    moved(pane.width / 2, pane.height / 2),
  )
  return {
    scale,
    picture: inOrder(toFrame(picture, edits), turn, view),
    bounds,
    place: (rectangle) => boundsAfter(view, rectangle),
  }
}
