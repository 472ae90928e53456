import { apiRoute } from '@/lib/api/answer'
import { ApiError, notFound } from '@/lib/api/api-error'

/** The picture's main subject as a mask: a grey PNG of the picture's size, white where the subject is. */
export const POST = apiRoute<{ id: string }>(async (request, server, { id }) => {
  try {
    const found = await server.selectSubject(id, request.signal)
    if (!found) throw notFound('picture')
    if ('refused' in found) throw new ApiError(422, 'low-confidence', found.refused)
    return new Response(Buffer.from(found.mask), { headers: { 'content-type': 'image/png' } })
  } catch (error) {
    // Nobody reads this answer; the work has ended.
    if (request.signal.aborted) return new Response(null, { status: 499 })
    throw error
  }
})
