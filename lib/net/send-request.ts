import 'server-only'
import { Agent, buildConnector, Client, type Dispatcher, type FormData } from 'undici'
import { readBody } from './read-body'

export interface HttpRequest {
  method: 'GET' | 'POST'
  url: URL
  headers: Record<string, string>
  body?: string | FormData
  signal: AbortSignal
  /** Milliseconds for the whole exchange, body included. */
  timeoutMs: number
  /** Most bytes of the answer's body. */
  maxBytes: number
}

/**
 * What became of a request. `not-connected`: not a byte of it left; `lost`: it may have arrived, the answer did not.
 * An answer whose status line came is `answered`, even if its body broke off (`complete: false`).
 */
export type HttpOutcome =
  | {
      kind: 'answered'
      status: number
      headers: Record<string, string>
      body: Uint8Array<ArrayBuffer>
      complete: boolean
    }
  | { kind: 'not-connected'; reason: string }
  | { kind: 'lost'; reason: string; timedOut: boolean }

/**
 * Sends a request that must not arrive twice: one request on one new connection.
 *
 * Not `fetch`, which sends again by itself on 421 (its standard says so); and no connection of a pool, which the
 * server may be closing at this very moment, after which nobody knows whether the request was read.
 */
export async function sendOnce(request: HttpRequest): Promise<HttpOutcome> {
  const limit = limitOf(request)
  let attempts = 0
  let connected = false
  const client = new Client(request.url.origin, {
    ...noTimeouts,
    pipelining: 0,
    connect: (options, callback) => {
      attempts += 1
      if (attempts > 1) return callback(new Error('One request, one connection.'), null)
      connect(options, (error, socket) => {
        if (error) return callback(error, null)
        if (limit.stop.aborted) {
          socket.destroy()
          return callback(new Error('Stopped before anything was sent.'), null)
        }
        connected = true
        callback(null, socket)
      })
    },
  })
  try {
    return await exchange(client, request, limit, () => connected)
  } finally {
    await client.destroy()
  }
}

/** Sends a request that does no harm if it arrives twice, on a kept connection where there is one. Does not repeat it. */
export function sendRepeatable(request: HttpRequest): Promise<HttpOutcome> {
  return exchange(pool, request, limitOf(request), () => true)
}

/** Ours is one bound on the whole exchange; a model may think for minutes before its first header. */
const noTimeouts = { headersTimeout: 0, bodyTimeout: 0 }
const connect = buildConnector({ timeout: 10_000 })
const pool = new Agent({ ...noTimeouts, connect: { timeout: 10_000 } })

interface Limit {
  /** Our own bound on the time. */
  deadline: AbortSignal
  /** That, or the caller's signal. */
  stop: AbortSignal
}

function limitOf({ timeoutMs, signal }: HttpRequest): Limit {
  const deadline = AbortSignal.timeout(timeoutMs)
  return { deadline, stop: AbortSignal.any([signal, deadline]) }
}

/** Follows no redirect, so no header reaches a host that was not named. */
async function exchange(
  dispatcher: Dispatcher,
  { method, url, headers, body, signal, timeoutMs, maxBytes }: HttpRequest,
  { deadline, stop }: Limit,
  mayHaveLeft: () => boolean,
): Promise<HttpOutcome> {
  try {
    const answer = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers: { 'accept-encoding': 'identity', 'user-agent': 'diptych', ...headers },
      body,
      signal: stop,
    })
    const plainHeaders = flatten(answer.headers)
    const read = await readBody(answer.body, { maxBytes, encoding: plainHeaders['content-encoding'] })
    return {
      kind: 'answered',
      status: answer.statusCode,
      headers: plainHeaders,
      body: read.bytes,
      complete: read.ended === 'complete',
    }
  } catch (error) {
    const timedOut = deadline.aborted && !signal.aborted
    const reason = stop.aborted
      ? timedOut
        ? `no answer in ${Math.ceil(timeoutMs / 1000)} s`
        : 'stopped'
      : reasonOf(error)
    return mayHaveLeft() ? { kind: 'lost', reason, timedOut } : { kind: 'not-connected', reason }
  }
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

/** The error's code, such as ECONNREFUSED: its message and its properties may hold parts of the traffic. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
