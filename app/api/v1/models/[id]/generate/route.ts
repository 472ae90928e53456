import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { estimatedTime } from '@/lib/api/describe-model'
import { ownOrigin } from '@/lib/api/own-origin'
import { startPrediction } from '@/lib/api/start-prediction'
import { viewForApi } from '@/lib/api/view-for-api'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'

/** Starts a prediction with the contract of the seed pages. `Idempotency-Key` makes a repeated request the same run. */
export const POST = apiRoute<{ id: string }>(async (request, server, { id }, caller) => {
  const model = findModel(id)
  if (!model) throw notFound('model')
  const prediction = await startPrediction(server, model, request, caller)
  const origin = ownOrigin(request, server.publicUrl)
  const sync = parameterWithRole(model, 'sync')
  if (sync && prediction.values[sync.name] === true)
    return Response.json(await viewForApi(server, prediction, origin))
  return Response.json({
    id: prediction.id,
    status: 'processing',
    statusUrl: `${origin}/api/v1/predictions/${prediction.id}`,
    estimatedTime: estimatedTime(model),
    costCents: prediction.mode === 'sandbox' ? 0 : prediction.priceCents,
    createdAt: new Date(prediction.createdAt).toISOString(),
  })
})
