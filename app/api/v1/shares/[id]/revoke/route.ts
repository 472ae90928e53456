import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'

/** Ends a link at once and for good. */
export const POST = apiRoute<{ id: string }>(async (_request, { shares }, { id }) => {
  const share = await shares.revoke(id, Date.now())
  if (!share) throw notFound('link')
  return Response.json({ id, state: 'revoked' })
})
