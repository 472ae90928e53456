import { apiRoute } from '@/lib/api/answer'

/** Answers when the server is up and its database can be asked. */
export const GET = apiRoute(async (_request, { store }) => {
  await store.listRuns(1)
  return Response.json({ status: 'ok' })
})
