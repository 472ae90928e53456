import { apiRoute } from '@/lib/api/answer'
import { readJson } from '@/lib/api/read-body'
import { createShare, listShares, shareOrigin, shareRequestSchema } from '@/lib/api/shares'

/** All links, newest first. */
export const GET = apiRoute(async (request, server) =>
  Response.json(
    { shares: await listShares(server, shareOrigin(request, server.publicUrl)) },
    { headers: { 'cache-control': 'no-store' } },
  ),
)

/** Makes a link to a run or a prediction. */
export const POST = apiRoute(async (request, server) => {
  const { id, token } = await createShare(server, shareRequestSchema.parse(await readJson(request)))
  return Response.json({ id, url: `${shareOrigin(request, server.publicUrl)}/s/${token}` }, { status: 201 })
})
