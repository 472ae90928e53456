import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { describeModel } from '@/lib/api/describe-model'
import { findModel } from '@/lib/models/registry'

/** One model with its parameter table. */
export const GET = apiRoute<{ id: string }>(async (_request, { access }, { id }) => {
  const model = findModel(id)
  if (!model) throw notFound('model')
  return Response.json(describeModel(model, access[model.provider]))
})
