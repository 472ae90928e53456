import 'server-only'
import type { FormData } from 'undici'
import type { z } from 'zod'
import { retryAfterMs } from '@/lib/net/retry-after'
import { sendOnce, sendRepeatable, type HttpOutcome } from '@/lib/net/send-request'
import { errorWords } from './error-words'
import { faultError, statusError, type Purpose } from './fault'
import { ownAddress, type OwnAddress } from './own-address'
import type { ProviderError } from './provider-error'
import { defaultTimeouts, mostAnswerBytes, type ProviderOptions } from './provider-options'

/** A provider's answer of success (2xx), not yet understood. */
export interface Reply {
  bytes: Uint8Array<ArrayBuffer>
  /** False if the connection broke before the whole body had come. */
  complete: boolean
  /** The body as the shape an adapter needs; throws a ProviderError where it is not. */
  json<T>(schema: z.ZodType<T>): T
  /** The error for an answer that holds nothing of use. */
  unreadable(): ProviderError
}

/** HTTP as an adapter needs it: with the key, to the provider's own origin only; every failure is a ProviderError. */
export interface HttpClient {
  address: OwnAddress
  /** The paid request: sent at most once. A string is sent as JSON. */
  submit(url: URL, body: string | FormData, signal: AbortSignal): Promise<Reply>
  /** A free request that brings an input. Safe to repeat. */
  deliver(url: URL, body: FormData, signal: AbortSignal): Promise<Reply>
  /** Asks for a job. Safe to repeat. */
  poll(url: URL, signal: AbortSignal): Promise<Reply>
}

export function createHttpClient({
  apiKey,
  baseUrl,
  now = Date.now,
  ...options
}: ProviderOptions): HttpClient {
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const address = ownAddress(baseUrl)

  function request(url: URL, body: string | FormData | undefined, signal: AbortSignal, timeoutMs: number) {
    if (url.origin !== address.origin) throw new Error('The key goes to the provider’s own origin only.')
    return {
      method: body === undefined ? ('GET' as const) : ('POST' as const),
      url,
      headers: {
        authorization: `Bearer ${apiKey}`,
        accept: '*/*',
        // The boundary of a form is known to the one who writes it.
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      },
      body,
      signal,
      timeoutMs,
      maxBytes: mostAnswerBytes,
    }
  }

  function replyTo(purpose: Purpose, outcome: HttpOutcome): Reply {
    if (outcome.kind === 'not-connected')
      throw faultError('not-connected', purpose, 'unavailable', { detail: outcome.reason })
    if (outcome.kind === 'lost')
      throw faultError('lost', purpose, outcome.timedOut ? 'timeout' : 'unavailable', {
        detail: outcome.reason,
      })

    const { status, headers, body, complete } = outcome
    const words = () => errorWords(body, apiKey)
    if (status < 200 || status > 299)
      throw statusError(status, purpose, words(), retryAfterMs(headers['retry-after'], now()))

    const unreadable = () =>
      complete
        ? faultError('unreadable', purpose, 'protocol', { detail: words() })
        : faultError('lost', purpose, 'unavailable', { detail: 'The answer broke off.' })
    return {
      bytes: body,
      complete,
      unreadable,
      json(schema) {
        const parsed = schema.safeParse(jsonIn(body))
        if (!parsed.success) throw unreadable()
        return parsed.data
      },
    }
  }

  return {
    address,
    submit: async (url, body, signal) =>
      replyTo('submit', await sendOnce(request(url, body, signal, timeouts.submitMs))),
    deliver: async (url, body, signal) =>
      replyTo('deliver', await sendRepeatable(request(url, body, signal, timeouts.transferMs))),
    poll: async (url, signal) =>
      replyTo('poll', await sendRepeatable(request(url, undefined, signal, timeouts.pollMs))),
  }
}

/** Undefined if it is no JSON. JSON shows by itself whether it is whole: a wrong length beside it does not matter. */
function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
