import 'server-only'
import type { Diptych } from '@/lib/compose'
import { diptych } from '@/lib/diptych'
import { refuseForeign } from './refuse-foreign'
import { refusalFrom } from './refusal'

interface RouteContext<P> {
  params: Promise<P>
}

/**
 * A route handler of our API: gets the server and the route's parameters, and answers every refusal in one form,
 * `{error, code, issues?}` with the right status. Refuses what comes from a foreign page or name, because proxy.ts does
 * not see the API's requests.
 */
export function apiRoute<P = Record<string, never>>(
  handle: (request: Request, server: Diptych, params: P) => Promise<Response>,
): (request: Request, context: RouteContext<P>) => Promise<Response> {
  return async (request, context) => {
    const foreign = refuseForeign(request)
    if (foreign) return foreign
    const server = await diptych()
    try {
      return await handle(request, server, await context.params)
    } catch (error) {
      const { status, error: sentence, code, issues } = refusalFrom(error, server.log)
      // One call is one model: which of the choices it was says nothing here.
      const named = issues?.map(({ path, message }) => ({ path, message }))
      return Response.json({ error: sentence, code, issues: named }, { status })
    }
  }
}
