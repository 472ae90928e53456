import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { ownOrigin } from '@/lib/api/own-origin'
import { viewForApi } from '@/lib/api/view-for-api'

/** One prediction: the polling endpoint of the seed pages. */
export const GET = apiRoute<{ id: string }>(async (request, server, { id }) => {
  const [prediction] = await server.store.getPredictions([id])
  if (!prediction) throw notFound('prediction')
  const view = await viewForApi(server, prediction, ownOrigin(request, server.publicUrl))
  return Response.json(view, { headers: { 'cache-control': 'no-store' } })
})
