import { NextResponse, type NextRequest } from 'next/server'
import { dataHeaders, isBehindTls, makeNonce, pageHeaders } from '@/lib/access/security-headers'
import { loggedOut } from '@/lib/access/logged-out'
import { isEmbedPath } from '@/lib/access/public-paths'
import { admit } from '@/lib/api/admit'
import type { Refusal } from '@/lib/api/refusal'
import { runningServer } from '@/lib/running-server'

/** Pages, server actions and files pass here first; the API's routes ask the same questions themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse | Response> {
  const server = await runningServer()
  if (!server) return new Response('Diptych is still starting. Try again in a moment.', { status: 503 })
  const isTls = isBehindTls(request.headers, server.publicUrl)
  const admission = await admit(request, server)
  if ('refusal' in admission) return refuse(request, admission.refusal, isTls)

  const { pathname } = request.nextUrl
  const security = pageHeaders({ nonce: makeNonce(), isTls, isEmbed: isEmbedPath(pathname) })
  const headers = new Headers(request.headers)
  // Next takes the nonce for its scripts from here.
  headers.set('content-security-policy', security['content-security-policy'] ?? '')
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value)
  return response
}

/** Whoever only wanted to look is led to the login, and from there back. */
function refuse(request: NextRequest, refusal: Refusal, isTls: boolean): Response {
  const { pathname, searchParams } = request.nextUrl
  const secured = { ...dataHeaders(isTls), ...refusal.headers, 'cache-control': 'no-store' }
  const isPage = request.headers.has('rsc') || request.headers.get('accept')?.includes('text/html') === true
  if (refusal.status === 401 && isPage && (request.method === 'GET' || request.method === 'HEAD')) {
    const query = new URLSearchParams(searchParams)
    query.delete('_rsc')
    const to = query.size > 0 ? `${pathname}?${query}` : pathname
    const login = to === '/' ? '/login' : `/login?${new URLSearchParams({ to })}`
    // Next leaves the host out again: under which name the browser reached us is its own affair.
    const location = new URL(login, request.url).href
    return new Response(null, { status: 307, headers: { ...secured, location } })
  }
  // A server action's caller is told a text as it is, and only that.
  if (request.headers.has('next-action'))
    return new Response(refusal.status === 401 ? loggedOut : refusal.error, {
      status: refusal.status,
      headers: { ...secured, 'content-type': 'text/plain' },
    })
  const { error, code } = refusal
  return Response.json({ error, code }, { status: refusal.status, headers: secured })
}

/**
 * Not Next's own static files, which hold nothing of the person's. And not what `apiRoute` guards: the API, because Next
 * keeps the body of whatever passes here in memory and cuts it off after 10 MB, and an upload may be larger; stored
 * pictures, because they come by the hundred; and what has headers of its own, over which those of here would win.
 */
export const config = {
  // In one piece, because Next reads it without running it.
  matcher:
    '/((?!_next/static/|api/|v1/|assets/[0-9a-f]{64}(?:/[0-9]+)?$|pictures/[0-9a-f]{64}$|s/[^/]+/(?:votes|picture\\.png|pictures/[^/]+)$|oembed$|health$).*)',
}
