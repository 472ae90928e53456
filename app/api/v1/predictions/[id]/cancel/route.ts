import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { ownOrigin } from '@/lib/api/own-origin'
import { viewPrediction } from '@/lib/predictions/view'

/** Cancels as far as can be; the answer says what it came to. */
export const POST = apiRoute<{ id: string }>(async (request, server, { id }) => {
  const prediction = await server.cancel(id)
  if (!prediction) throw notFound('prediction')
  return Response.json(viewPrediction(prediction, ownOrigin(request, server.publicUrl), server.standing))
})
