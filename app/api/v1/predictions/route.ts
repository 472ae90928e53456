import { apiRoute } from '@/lib/api/answer'
import { ownOrigin } from '@/lib/api/own-origin'
import { predictionsQuerySchema, viewPrediction } from '@/lib/predictions/view'

/** With `after`, how long the answer waits for a change before it says that there was none. */
const mostWaitMs = 10_000
/** The database is asked at least this often, for changes made by another server. */
const lookEveryMs = 1000

/**
 * Many predictions at once: what the pages poll. With `after`, the versions the caller has seen in the order of
 * the ids, the answer is held until one has changed, so that a result is shown when it is there and not a poll later.
 */
export const GET = apiRoute(async (request, { store, changes, standing, publicUrl }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { ids, after } = predictionsQuerySchema.parse(query)
  const end = Date.now() + mostWaitMs
  // Also of what is not stored, such as the line before a job.
  let announced = false
  for (;;) {
    const change = changes.next(ids, lookEveryMs, request.signal)
    const predictions = await store.getPredictions(ids)
    const news = predictions.some(({ id, updatedAt }) => updatedAt !== after?.[ids.indexOf(id)])
    if (news || announced || predictions.length === 0 || request.signal.aborted || Date.now() > end) {
      const origin = ownOrigin(request, publicUrl)
      return Response.json(
        { predictions: predictions.map((one) => viewPrediction(one, origin, standing)), now: Date.now() },
        { headers: { 'cache-control': 'no-store' } },
      )
    }
    announced = await change
  }
})
