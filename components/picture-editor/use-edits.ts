'use client'
import { useReducer } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { fitCrop } from '@/lib/picture-edits/crop-geometry'
import { noEdits, type CropRectangle, type PictureEdits } from '@/lib/picture-edits/picture-edits'
import { normaliseEdits, planEdits } from '@/lib/picture-edits/plan-edits'
import { sizeInShape } from '@/lib/picture-edits/size-in-shape'
import { beforeGesture, editHistory } from './edit-history'

/**
 * The edits of one picture while they are made: every change goes through here and can be undone.
 *
 * @param unsaved  where an earlier time was broken off; one step after `initial`
 */
export function useEdits(picture: Asset, initial: PictureEdits, unsaved: PictureEdits | undefined) {
  const [history, dispatch] = useReducer(editHistory, {
    past: unsaved ? [initial] : [],
    present: unsaved ?? initial,
    future: [],
  })
  const edits = history.present
  const plan = planEdits(picture, edits)

  function change(next: PictureEdits, gesture?: string) {
    dispatch({ type: 'change', edits: normaliseEdits(picture, next), gesture })
  }

  return {
    edits,
    plan,
    change,
    /** A resized picture keeps its width and gets the crop's shape. */
    changeCrop(crop: CropRectangle, gesture?: string) {
      const isStretched = edits.resize && !isInShape(edits.resize, plan.crop)
      const resize =
        edits.resize && !isStretched ? sizeInShape(crop, { width: edits.resize.width }) : edits.resize
      change({ ...edits, crop, resize }, gesture)
    },
    /** From the crop as it was when the slider was taken, so that it grows again on the way back. */
    changeAngle(angle: number, gesture?: string) {
      const before = gesture ? beforeGesture(history, gesture) : edits
      const crop = before.crop && fitCrop({ frame: plan.frame, angle }, before.crop)
      change({ ...before, angle, crop }, gesture)
    },
    /** A drag or a field is done with: what comes next is another step. */
    settle: () => dispatch({ type: 'settle' }),
    undo: history.past.length > 0 ? () => dispatch({ type: 'undo' }) : undefined,
    redo: history.future.length > 0 ? () => dispatch({ type: 'redo' }) : undefined,
    reset: plan.isIdentity ? undefined : () => change(noEdits),
  }
}

export type Edits = ReturnType<typeof useEdits>

function isInShape(
  size: { width: number; height: number },
  shape: { width: number; height: number },
): boolean {
  return Math.abs(sizeInShape(shape, { width: size.width }).height - size.height) <= 1
}
