import 'server-only'
import type { Caller } from '@/lib/access/caller'
import { isPublicPath } from '@/lib/access/public-paths'
import type { Diptych } from '@/lib/compose'
import { refuseForeign } from './refuse-foreign'
import type { Refusal } from './refusal'

export type Admission = { caller: Caller } | { refusal: Refusal }

/** Where a token lets in: programs have no business with pages, logins, other tokens and budgets. */
const forTokens = /^\/(api|v1|assets|pictures)\//
const notForTokens = /^\/api\/v1\/(tokens|budgets|session)(\/|$)/

/**
 * The one question that every request is asked, by proxy.ts on the way to pages, server actions and files, and by
 * `apiRoute` in each route: whether it comes from where it may, who makes it, whether that one is let in there, and not
 * too often.
 */
export async function admit(
  request: Request,
  { gate, requestLimits, publicUrl }: Pick<Diptych, 'gate' | 'requestLimits' | 'publicUrl'>,
): Promise<Admission> {
  const foreign = refuseForeign(request, { isClosed: gate.isClosed, publicUrl })
  if (foreign) return refuse(403, 'forbidden', foreign)
  const caller = await gate.callerOf(request.headers)
  const seconds = requestLimits.take(request, caller)
  if (seconds > 0)
    return refuse(429, 'too-many-requests', `That is too much at once. Try again in ${seconds} s.`, {
      'retry-after': String(seconds),
    })
  if (mayEnter(request, caller, gate.isClosed)) return { caller }
  return refuse(
    401,
    'not-logged-in',
    'This needs a login. Open /login in a browser, or send a token made in Settings as "Authorization: Bearer …".',
    { 'www-authenticate': 'Bearer realm="Diptych"' },
  )
}

function mayEnter(request: Request, caller: Caller, isClosed: boolean): boolean {
  const { pathname } = new URL(request.url)
  if (caller.kind === 'owner' || caller.kind === 'session') return true
  // A server action answers at any page's address, whichever page it belongs to.
  if (isPublicPath(pathname)) return !isServerAction(request)
  if (caller.kind === 'visitor') return false
  return !isClosed || (forTokens.test(pathname) && !notForTokens.test(pathname))
}

/** By all the forms in which Next takes one; what is public takes JSON only. */
function isServerAction(request: Request): boolean {
  if (request.method !== 'POST') return false
  const type = request.headers.get('content-type') ?? ''
  return request.headers.has('next-action') || /^(multipart\/form-data|application\/x-www-form)/i.test(type)
}

function refuse(status: number, code: string, error: string, headers?: Record<string, string>): Admission {
  return { refusal: { status, code, error, headers } }
}
