import type { Model } from '@/lib/models/model'
import type { MaskParameter, Parameter } from '@/lib/models/parameter'
import { sharedRow } from '@/lib/models/shared-rows'

/** For models that take no masks: their answers are put back by them all the same. */
const ownMaskRow: MaskParameter = {
  name: 'mask',
  kind: 'mask',
  role: 'mask',
  of: 'images',
  description: 'What of image 1 may change: white may, black is kept.',
}

/** The row of the mask, which every set of models has. */
export function maskRow(models: readonly Model[]): Parameter {
  return sharedRow(models, 'mask') ?? ownMaskRow
}

/** The rows with the mask below the pictures it lies on, or with none. */
export function rowsWithMask(rows: readonly Parameter[], mask: Parameter | undefined): Parameter[] {
  const others = rows.filter(({ role }) => role !== 'mask')
  const pictures = others.findIndex(({ role }) => role === 'images')
  return mask && pictures >= 0 ? others.toSpliced(pictures + 1, 0, mask) : others
}
