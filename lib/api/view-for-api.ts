import 'server-only'
import type { Diptych } from '@/lib/compose'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import type { Prediction } from '@/lib/predictions/prediction'
import { viewPrediction, type PredictionView } from '@/lib/predictions/view'

/** A prediction as our API answers it: its outputs as raw Base64 where the caller asked for that. */
export async function viewForApi(
  { library, standing }: Diptych,
  prediction: Prediction,
  origin: string,
): Promise<PredictionView> {
  const view = viewPrediction(prediction, origin, standing)
  const model = findModel(prediction.modelId)
  const flag = model && parameterWithRole(model, 'base64')
  if (!flag || prediction.values[flag.name] !== true || view.outputs === null) return view
  const pictures = await Promise.all(view.assets.map((asset) => library.read(asset.id)))
  return { ...view, outputs: pictures.map((bytes) => Buffer.from(bytes ?? []).toString('base64')) }
}
