import { apiRoute } from '@/lib/api/answer'
import { addCollection, collectionSchema } from '@/lib/api/collections'
import { readJson } from '@/lib/api/read-body'

/** All collections, by name. */
export const GET = apiRoute(async (_request, { runLibrary }) =>
  Response.json(
    { collections: await runLibrary.collections() },
    { headers: { 'cache-control': 'no-store' } },
  ),
)

/** A new one; 409 if the name is taken. */
export const POST = apiRoute(async (request, server) => {
  const { name } = collectionSchema.parse(await readJson(request))
  return Response.json(await addCollection(server, name), { status: 201 })
})
