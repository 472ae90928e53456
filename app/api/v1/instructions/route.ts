import { z } from 'zod'
import { apiRoute } from '@/lib/api/answer'

const limitRule = 'limit must be a whole number from 1 to 500.'
const querySchema = z.object({
  limit: z.coerce.number(limitRule).int(limitRule).min(1, limitRule).max(500, limitRule).default(50),
  search: z.string().max(1000, 'search may have at most 1000 characters.').optional(),
})

/** The instructions of earlier runs, newest first, each once. */
export const GET = apiRoute(async (request, { instructions }) => {
  const { limit, search } = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  return Response.json(
    { instructions: await instructions.recent(limit, search) },
    { headers: { 'cache-control': 'no-store' } },
  )
})
