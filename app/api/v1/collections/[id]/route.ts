import { notFound } from '@/lib/api/api-error'
import { apiRoute } from '@/lib/api/answer'
import { collectionSchema, renameCollection } from '@/lib/api/collections'
import { readJson } from '@/lib/api/read-body'

/** Another name. */
export const PUT = apiRoute<{ id: string }>(async (request, server, { id }) => {
  const { name } = collectionSchema.parse(await readJson(request))
  await renameCollection(server, id, name)
  return Response.json({ id, name })
})

/** The collection goes; its runs stay. */
export const DELETE = apiRoute<{ id: string }>(async (_request, { runLibrary }, { id }) => {
  if (!(await runLibrary.removeCollection(id))) throw notFound('collection')
  return new Response(null, { status: 204 })
})
