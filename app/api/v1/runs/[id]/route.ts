import { apiRoute } from '@/lib/api/answer'
import { ApiError, notFound } from '@/lib/api/api-error'
import { ownOrigin } from '@/lib/api/own-origin'
import { viewRun } from '@/lib/predictions/view'

/** A run with the latest try of each of its cells. */
export const GET = apiRoute<{ id: string }>(
  async (request, { store, runLibrary, standing, publicUrl }, { id }) => {
    const found = await store.getRun(id)
    if (!found) throw notFound('run')
    if (await runLibrary.trashedAt(id))
      throw new ApiError(410, 'in-trash', 'This run is in the trash. Restore it in the library first.')
    const view = viewRun(found.run, found.predictions, ownOrigin(request, publicUrl), standing)
    return Response.json(view, { headers: { 'cache-control': 'no-store' } })
  },
)
