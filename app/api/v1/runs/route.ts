import { z } from 'zod'
import { apiRoute } from '@/lib/api/answer'
import { libraryRangeSchema, listRuns } from '@/lib/api/list-runs'
import { readLibraryQuery } from '@/lib/library/library-query'

const onlySchema = z.literal('ids', 'only can be "ids".').optional()

/** The library: runs that a query finds, a page at a time, or with `only=ids` the ids of all of them. */
export const GET = apiRoute(async (request, server) => {
  const { searchParams } = new URL(request.url)
  const query = readLibraryQuery(searchParams)
  const place = libraryRangeSchema.parse(Object.fromEntries(searchParams))
  const only = onlySchema.parse(searchParams.get('only') ?? undefined)
  const answer = only
    ? { ids: await server.runLibrary.ids(query, place.asOf ?? Date.now()) }
    : await listRuns(server, query, place)
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
})
