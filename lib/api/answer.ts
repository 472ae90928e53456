import 'server-only'
import type { Diptych } from '@/lib/compose'
import { diptych } from '@/lib/diptych'
import { refuseForeign } from './refuse-foreign'
import { refusalFrom, type Refusal } from './refusal'

interface RouteContext<P> {
  params: Promise<P>
}

/** One call is one model: which of the choices an issue is about says nothing here. */
function ownShape({ error, code, issues }: Refusal): unknown {
  return { error, code, issues: issues?.map(({ path, message }) => ({ path, message })) }
}

/**
 * A route handler of our API: gets the server and the route's parameters, and answers every refusal in one form,
 * `{error, code, issues?}` with the right status, or in the `shape` of the contract it stands in for. Refuses what
 * comes from a foreign page or name, because proxy.ts does not see the API's requests.
 */
export function apiRoute<P = Record<string, never>>(
  handle: (request: Request, server: Diptych, params: P) => Promise<Response>,
  shape: (refusal: Refusal) => unknown = ownShape,
): (request: Request, context: RouteContext<P>) => Promise<Response> {
  return async (request, context) => {
    const foreign = refuseForeign(request)
    if (foreign) return foreign
    const server = await diptych()
    try {
      return await handle(request, server, await context.params)
    } catch (error) {
      const refusal = refusalFrom(error, server.log)
      return Response.json(shape(refusal), { status: refusal.status })
    }
  }
}
