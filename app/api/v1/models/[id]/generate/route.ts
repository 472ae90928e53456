import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { estimatedTime } from '@/lib/api/describe-model'
import { ownOrigin } from '@/lib/api/own-origin'
import { readModelValues } from '@/lib/api/read-body'
import { viewForApi } from '@/lib/api/view-for-api'
import { waitUntilFinished } from '@/lib/api/wait-until-finished'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import { splitValues } from '@/lib/models/run-input'

/** How long `enable_sync_mode` holds the answer; then it comes as "processing", to be polled. */
const mostSyncMs = 10 * 60_000

/** Starts a prediction with the contract of the seed pages. `Idempotency-Key` makes a repeated request the same run. */
export const POST = apiRoute<{ id: string }>(async (request, server, { id }) => {
  const model = findModel(id)
  if (!model) throw notFound('model')
  const values = await readModelValues(request, model, server)
  const { input, own } = splitValues(model, values)
  const key = request.headers.get('idempotency-key') ?? undefined
  const { runId } = await server.createRun({ input, choices: [{ modelId: model.id, values: own }] }, key)
  const prediction = (await server.store.getRun(runId))?.predictions[0]
  if (!prediction) throw notFound('prediction')

  const origin = ownOrigin(request, server.publicUrl)
  const sync = parameterWithRole(model, 'sync')
  if (sync && values[sync.name] === true) {
    const finished = await waitUntilFinished(server, prediction.id, request.signal, mostSyncMs)
    return Response.json(await viewForApi(server, finished ?? prediction, origin))
  }
  return Response.json({
    id: prediction.id,
    status: 'processing',
    statusUrl: `${origin}/api/v1/predictions/${prediction.id}`,
    estimatedTime: estimatedTime(model),
    costCents: prediction.mode === 'sandbox' ? 0 : prediction.priceCents,
    createdAt: new Date(prediction.createdAt).toISOString(),
  })
})
