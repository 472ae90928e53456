import { z } from 'zod'
import { apiRoute } from '@/lib/api/answer'
import { ApiError, notFound } from '@/lib/api/api-error'
import { ownOrigin } from '@/lib/api/own-origin'
import { readJson } from '@/lib/api/read-body'
import { marks } from '@/lib/predictions/prediction'
import { viewPrediction } from '@/lib/predictions/view'

const bodySchema = z.strictObject({ mark: z.enum(marks).nullable() })

/** The person's judgement of one prediction. */
export const POST = apiRoute<{ id: string }>(async (request, { store, standing, publicUrl }, { id }) => {
  const body = bodySchema.safeParse(await readJson(request))
  if (!body.success)
    throw new ApiError(
      400,
      'invalid-mark',
      'Send {"mark": "star"} or {"mark": "reject"}, or {"mark": null} to take the mark away.',
    )
  const prediction = await store.mark(id, body.data.mark ?? undefined, Date.now())
  if (!prediction) throw notFound('prediction')
  return Response.json(viewPrediction(prediction, ownOrigin(request, publicUrl), standing))
})
