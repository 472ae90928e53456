import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'

/** Revokes a token: it lets nobody in from now on. */
export const DELETE = apiRoute<{ id: string }>(async (_request, { tokens }, { id }) => {
  if (!(await tokens.revoke(id, Date.now()))) throw notFound('token')
  return Response.json({ status: 'revoked' })
})
