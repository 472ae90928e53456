import type { Asset } from '@/lib/assets/asset'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import type { PredictionView } from '@/lib/predictions/view'

/** The pictures one cell was given: in a batch each cell has its own. */
export interface CellPictures {
  inputs: Asset[]
  /** The first of them, with which the results are compared. */
  input?: Asset
  mask?: Asset
}

export function cellPictures(
  { modelId, input }: Pick<PredictionView, 'modelId' | 'input'>,
  pictures: readonly Asset[],
): CellPictures {
  const model = findModel(modelId)
  const given = (role: 'images' | 'mask'): Asset[] => {
    const row = model && parameterWithRole(model, role)
    const ids = [row && input[row.name]].flat()
    return ids.flatMap((id) => pictures.find((picture) => picture.id === id) ?? [])
  }
  const inputs = given('images')
  return { inputs, input: inputs[0], mask: given('mask')[0] }
}
