import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { ownOrigin } from '@/lib/api/own-origin'
import { viewRun } from '@/lib/predictions/view'

/** Cancels all that is unfinished as far as can be; each prediction in the answer says what it came to. */
export const POST = apiRoute<{ id: string }>(async (request, { cancelRun, standing, publicUrl }, { id }) => {
  const found = await cancelRun(id)
  if (!found) throw notFound('run')
  const { predictions } = viewRun(found.run, found.predictions, ownOrigin(request, publicUrl), standing)
  return Response.json({ predictions })
})
