import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { ownOrigin } from '@/lib/api/own-origin'
import { startPrediction } from '@/lib/api/start-prediction'
import { viewForApi } from '@/lib/api/view-for-api'
import { wavespeedAnswer, wavespeedRefusal } from '@/lib/api/wavespeed-contract'
import { models } from '@/lib/models/registry'

/** WaveSpeed's own paths, so that a line from its page works here too: another spelling of the same call. */
export const POST = apiRoute<{ path: string[] }>(async (request, server, { path }, caller) => {
  const model = models.find(({ endpoint }) => endpoint === `/api/v3/${path.join('/')}`)
  if (!model) throw notFound('model')
  const origin = ownOrigin(request, server.publicUrl)
  const prediction = await startPrediction(server, model, request, caller)
  return Response.json(wavespeedAnswer(await viewForApi(server, prediction, origin), origin))
}, wavespeedRefusal)

/** `predictions/{id}/result`, or without its tail. */
export const GET = apiRoute<{ path: string[] }>(async (request, server, { path }) => {
  const [folder, id = '', tail = 'result'] = path
  const [prediction] =
    folder === 'predictions' && tail === 'result' ? await server.store.getPredictions([id]) : []
  if (!prediction) throw notFound('prediction')
  const origin = ownOrigin(request, server.publicUrl)
  const answer = wavespeedAnswer(await viewForApi(server, prediction, origin), origin)
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}, wavespeedRefusal)
