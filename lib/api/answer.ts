import 'server-only'
import type { Caller } from '@/lib/access/caller'
import { dataHeaders, isBehindTls } from '@/lib/access/security-headers'
import type { Diptych } from '@/lib/compose'
import { diptych } from '@/lib/diptych'
import { admit } from './admit'
import { refusalFrom, type Refusal } from './refusal'

interface RouteContext<P> {
  params: Promise<P>
}

/** One call is one model: which of the choices an issue is about says nothing here. */
function ownShape({ error, code, issues }: Refusal): unknown {
  return { error, code, issues: issues?.map(({ path, message }) => ({ path, message })) }
}

/**
 * A route handler of our API: gets the server, the route's parameters and who asks, and answers every refusal in one
 * form, `{error, code, issues?}` with the right status, or in the `shape` of the contract it stands in for. Lets in
 * whom `admit` lets in, because proxy.ts does not see the API's requests.
 */
export function apiRoute<P = Record<string, never>>(
  handle: (request: Request, server: Diptych, params: P, caller: Caller) => Promise<Response>,
  shape: (refusal: Refusal) => unknown = ownShape,
): (request: Request, context: RouteContext<P>) => Promise<Response> {
  return async (request, context) => {
    const server = await diptych()
    const isTls = isBehindTls(request.headers, server.publicUrl)
    const admission = await admit(request, server)
    const refuse = (refusal: Refusal) => {
      const { status, headers } = refusal
      return secured(Response.json(shape(refusal), { status, headers }), isTls)
    }
    if ('refusal' in admission) return refuse(admission.refusal)
    try {
      return secured(await handle(request, server, await context.params, admission.caller), isTls)
    } catch (error) {
      return refuse(refusalFrom(error, server.log))
    }
  }
}

/** With the headers of what is no page, where the answer has none of its own. */
function secured(response: Response, isTls: boolean): Response {
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(dataHeaders(isTls)))
    if (!headers.has(name)) headers.set(name, value)
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
