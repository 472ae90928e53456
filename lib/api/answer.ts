import 'server-only'
import { ZodError } from 'zod'
import type { PictureRefused } from '@/lib/assets/picture-refused'
import type { Diptych } from '@/lib/compose'
import { diptych } from '@/lib/diptych'
import type { DownloadFailed, DownloadRefused } from '@/lib/net/download-error'
import type { RunRefused } from '@/lib/predictions/create-run'
import { ApiError } from './api-error'

interface RouteContext<P> {
  params: Promise<P>
}

/**
 * A route handler of our API: gets the server and the route's parameters, and answers every refusal in one form,
 * `{error, code, issues?}` with the right status.
 */
export function apiRoute<P = Record<string, never>>(
  handle: (request: Request, server: Diptych, params: P) => Promise<Response>,
): (request: Request, context: RouteContext<P>) => Promise<Response> {
  return async (request, context) => {
    const server = await diptych()
    try {
      return await handle(request, server, await context.params)
    } catch (error) {
      const { status, ...body } = refusal(error, server)
      return Response.json(body, { status })
    }
  }
}

const runRefusalStatus: Record<RunRefused['code'], number> = {
  'invalid-input': 422,
  'unknown-model': 404,
  'idempotency-conflict': 409,
  'no-public-url': 422,
}

/** The errors that carry a sentence for the caller, by the name each sets. */
interface Told {
  RunRefused: RunRefused
  PictureRefused: PictureRefused
  DownloadRefused: DownloadRefused
  DownloadFailed: DownloadFailed
}

/**
 * By name and not by `instanceof`: the server is composed in the bundle of instrumentation.ts, whose classes are other
 * objects than those of a route's bundle.
 */
function isTold<N extends keyof Told>(error: unknown, name: N): error is Told[N] {
  return error instanceof Error && error.name === name
}

function refusal(error: unknown, server: Diptych) {
  if (error instanceof ApiError) return { status: error.status, error: error.message, code: error.code }
  if (isTold(error, 'RunRefused')) {
    // An API caller names fields as the model's page does, without our grouping by role.
    const issues = error.issues.map(({ path, message }) => ({ path: path.split('.').at(-1) ?? '', message }))
    return { status: runRefusalStatus[error.code], error: error.message, code: error.code, issues }
  }
  if (isTold(error, 'PictureRefused'))
    return { status: error.code === 'too-many-bytes' ? 413 : 422, error: error.message, code: error.code }
  if (isTold(error, 'DownloadRefused') || isTold(error, 'DownloadFailed'))
    return { status: 422, error: error.message, code: error.code }
  if (error instanceof ZodError) {
    const issues = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    return {
      status: 422,
      error: issues.map(({ message }) => message).join(' '),
      code: 'invalid-input',
      issues,
    }
  }
  server.log('a request failed unexpectedly', error)
  const sentence = 'Something went wrong inside Diptych. Try again; the server’s log says more.'
  return { status: 500, error: sentence, code: 'internal' }
}
