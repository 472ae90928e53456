import 'server-only'
import { findModel } from '@/lib/models/registry'
import { providers } from '@/lib/models/providers'
import type { Prediction } from '@/lib/predictions/prediction'
import type { WrittenParameters } from '@/lib/sharing/picture-parameters'
import { promptOf } from '@/lib/sharing/shared-view'

/** What is told of a prediction in its downloaded file: everything that makes it again but its pictures. */
export function writtenParameters(prediction: Prediction): WrittenParameters {
  const { modelId, provider, mode, values } = prediction
  const model = findModel(modelId)
  const told = (model?.parameters ?? []).filter(
    ({ kind, role, name }) =>
      !['image', 'images', 'mask'].includes(kind) &&
      !['sync', 'base64'].includes(role ?? '') &&
      values[name] !== undefined,
  )
  const instruction = promptOf(prediction)
  return {
    ...(instruction !== undefined && { instruction }),
    parameters: {
      model: model?.title ?? modelId,
      modelId,
      provider: providers[provider].title,
      ...(mode === 'sandbox' && { sandbox: 'Local sandbox, not FLUX' }),
      ...Object.fromEntries(told.map(({ name }) => [name, values[name]])),
    },
  }
}
