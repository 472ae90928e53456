import type { Dimensions } from '@/lib/models/size'
import type { Affine } from './affine'
import type { PictureEdits } from './picture-edits'
import { planEdits } from './plan-edits'
import { boundsAfter, toFrame } from './upright'

/**
 * Edits whose result is the result of these, turned by a quarter as a whole: crop, size and what is added go with it.
 */
export function turnEdits(
  picture: Dimensions,
  edits: PictureEdits,
  way: 'clockwise' | 'anticlockwise',
): PictureEdits {
  const step = way === 'clockwise' ? 1 : 3
  // Mirroring comes after turning: seen through a mirror, clockwise is anticlockwise.
  const turns = (edits.turns + (edits.mirrored ? 4 - step : step)) % 4
  const { frame } = planEdits(picture, edits)
  const turn = toFrame(frame, { turns: step, mirrored: false })
  const { crop, resize, extend } = edits
  const { left, top, right, bottom } = extend ?? { left: 0, top: 0, right: 0, bottom: 0 }
  const sides =
    step === 1
      ? { left: bottom, top: left, right: top, bottom: right }
      : { left: top, top: right, right: bottom, bottom: left }
  return {
    ...edits,
    turns: turns as PictureEdits['turns'],
    ...(crop && { crop: boundsAfter(turn, crop) }),
    ...(resize && { resize: { width: resize.height, height: resize.width } }),
    ...(extend && { extend: { ...sides, fill: extend.fill } }),
  }
}

/** Edits whose result is the result of these in a mirror: left and right exchanged, or above and below. */
export function mirrorEdits(
  picture: Dimensions,
  edits: PictureEdits,
  exchange: 'left-right' | 'top-bottom',
): PictureEdits {
  const { frame } = planEdits(picture, edits)
  const sideways = exchange === 'left-right'
  const mirror: Affine = sideways ? [-1, 0, 0, 1, frame.width, 0] : [1, 0, 0, -1, 0, frame.height]
  const { crop, extend } = edits
  // Upside down is half a turn in a mirror.
  const turns = sideways ? edits.turns : (edits.turns + 2) % 4
  return {
    ...edits,
    turns: turns as PictureEdits['turns'],
    mirrored: !edits.mirrored,
    angle: -edits.angle || 0,
    ...(crop && { crop: boundsAfter(mirror, crop) }),
    ...(extend && {
      extend: sideways
        ? { ...extend, left: extend.right, right: extend.left }
        : { ...extend, top: extend.bottom, bottom: extend.top },
    }),
  }
}
