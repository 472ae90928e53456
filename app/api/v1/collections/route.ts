import { apiRoute } from '@/lib/api/answer'
import { addCollection, collectionSchema, readPlaces } from '@/lib/api/collections'
import { readJson } from '@/lib/api/read-body'

/** All collections, by name, and how many runs are in the trash. */
export const GET = apiRoute(async (_request, server) =>
  Response.json(await readPlaces(server), { headers: { 'cache-control': 'no-store' } }),
)

/** A new one; 409 if the name is taken. */
export const POST = apiRoute(async (request, server) => {
  const { name } = collectionSchema.parse(await readJson(request))
  return Response.json(await addCollection(server, name), { status: 201 })
})
