import { z } from 'zod'
import { apiRoute } from '@/lib/api/answer'
import { runIdsSchema } from '@/lib/api/change-runs'
import { readJson } from '@/lib/api/read-body'

const bodySchema = z.strictObject({ ids: runIdsSchema.optional() })

/** Empties the trash, or removes only the named runs in it, with the pictures that nobody else uses. */
export const DELETE = apiRoute(async (request, { trash }) => {
  const { ids } = bodySchema.parse(request.body ? await readJson(request) : {})
  const { runIds, assetIds, unfinished } = await trash.empty(ids)
  return Response.json({ removed: runIds.length, pictures: assetIds.length, unfinished })
})
