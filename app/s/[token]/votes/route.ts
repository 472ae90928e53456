import { clientAddress } from '@/lib/access/client-address'
import { isBehindTls } from '@/lib/access/security-headers'
import { apiRoute } from '@/lib/api/answer'
import { readJson } from '@/lib/api/read-body'
import { deadLink, sharedHeaders } from '@/lib/api/serve-shared'
import { openShare } from '@/lib/api/shares'
import { newVisitor, visitorCastSchema, visitorCookie, visitorIn, voteOnShare } from '@/lib/api/vote-on-share'

/** One answer of a visitor, given, changed or taken back. */
export const POST = apiRoute<{ token: string }>(async (request, server, { token }) => {
  const opened = await openShare(server, token)
  if (!opened) throw deadLink()
  const known = visitorIn(request.headers.get('cookie'))
  const visitor = known ?? newVisitor()
  const cast = visitorCastSchema.parse(await readJson(request, 10_000))
  await voteOnShare(server, opened, { id: visitor, address: clientAddress(request.headers) }, cast)
  const isSecure = isBehindTls(request.headers, server.publicUrl)
  return new Response(null, {
    status: 204,
    headers: { ...sharedHeaders, ...(!known && { 'set-cookie': visitorCookie(visitor, token, isSecure) }) },
  })
})
