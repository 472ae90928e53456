import type { Asset } from '@/lib/assets/asset'
import { batchAxis, batchPlaces, pictureName } from '@/lib/models/batch'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import { inputOf } from '@/lib/models/run-input'
import { cellsOf, type Cell, type RunPlan } from '@/lib/models/run-plan'
import type { PredictionView } from '@/lib/predictions/view'

/** The pictures one cell was given: in a batch each cell has its own. */
export interface CellPictures {
  inputs: Asset[]
  /** The first of them, with which the results are compared. */
  input?: Asset
  mask?: Asset
  /** Of a batch: what the first picture's file is called. */
  name?: string
}

/**
 * What the person gave each of these predictions, by the run's plan: the model itself may have got only a part of it,
 * and where it takes no mask the answer may have been put back by one all the same.
 */
export function cellPictures(
  run: RunPlan,
  predictions: readonly Pick<PredictionView, 'position' | 'modelId' | 'input'>[],
  pictures: readonly Asset[],
): CellPictures[] {
  const cells = cellsOf(run)
  const batch = batchAxis(run)
  const places = batchPlaces(run)
  const find = (id: unknown) => pictures.find((picture) => picture.id === id) ?? []
  return predictions.map((prediction) => {
    const { images, mask } = givenTo(run, cells[prediction.position], prediction)
    const inputs = images.flatMap(find)
    const place = places[prediction.position]
    const name = batch && place !== undefined ? pictureName(batch, place) : undefined
    return { inputs, input: inputs[0], mask: [find(mask)].flat()[0], ...(name && { name }) }
  })
}

function givenTo(
  { input }: RunPlan,
  cell: Cell | undefined,
  { modelId, input: values }: Pick<PredictionView, 'modelId' | 'input'>,
): { images: unknown[]; mask: unknown } {
  const model = findModel(modelId)
  const row = model && parameterWithRole(model, 'images')
  const maskRow = model && parameterWithRole(model, 'mask')
  const shared = cell ? inputOf(input, cell.request) : input
  const own = [row && values[row.name]].flat()
  return {
    // It may take fewer than there are.
    images: shared.images.length > 0 ? shared.images.slice(0, own.length) : own,
    mask: shared.mask ?? (maskRow && values[maskRow.name]),
  }
}
