import type { Asset } from '@/lib/assets/asset'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import type { PredictionView } from '@/lib/predictions/view'

/** The pictures one cell was given: in a batch each cell has its own. */
export interface CellPictures {
  /** Its first input picture, with which its results are compared. */
  input?: Asset
  mask?: Asset
}

export function cellPictures(
  { modelId, input }: Pick<PredictionView, 'modelId' | 'input'>,
  pictures: readonly Asset[],
): CellPictures {
  const model = findModel(modelId)
  const find = (role: 'images' | 'mask') => {
    const row = model && parameterWithRole(model, role)
    const value = row && input[row.name]
    const id: unknown = Array.isArray(value) ? value[0] : value
    return pictures.find((picture) => picture.id === id)
  }
  return { input: find('images'), mask: find('mask') }
}
