import 'server-only'
import { isIP } from 'node:net'
import { Client, type Dispatcher } from 'undici'
import { DownloadFailed, DownloadRefused } from './download-error'
import { guardedLookup, privateAddress, resolveWithSystem, type Resolve } from './guarded-lookup'
import { isPublicAddress } from './public-address'
import { readBody } from './read-body'
import { retryAfterMs } from './retry-after'

export interface GuardedGetOptions {
  signal?: AbortSignal
  /** Most bytes of the body; one more is refused. */
  maxBytes: number
  /** Milliseconds for everything together: names, redirects, body. */
  timeoutMs: number
  /** Origins (`http://127.0.0.1:4400`) that may lie on a private network, because the person set them up. */
  allowedOrigins?: readonly string[]
  /** Sent to the first URL's own origin only. */
  headers?: Record<string, string>
  /** DNS, for tests. */
  resolve?: Resolve
}

export interface Downloaded {
  bytes: Uint8Array<ArrayBuffer>
  /** As the server says it, without parameters: never trusted for what the bytes are. */
  contentType?: string
  /** After redirects. */
  finalUrl: string
}

const mostRedirects = 5
const redirects = [301, 302, 303, 307, 308]

/**
 * GETs a URL that somebody else chose, only from public addresses (or `allowedOrigins`), checked anew at each
 * redirect and on the address really connected to. Sends no cookies and no credentials.
 *
 * @throws DownloadRefused where a rule forbids it, DownloadFailed where the way or the server failed
 */
export async function guardedGet(start: string, options: GuardedGetOptions): Promise<Downloaded> {
  const deadline = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
  const firstUrl = checkedUrl(start, options)
  let url = firstUrl
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const headers = url.origin === firstUrl.origin ? options.headers : undefined
    try {
      const result = await getOnce(url, { ...options, headers, signal })
      if ('bytes' in result) return { ...result, finalUrl: url.href }
      url = checkedUrl(result.redirect, options)
    } catch (error) {
      throw asDownloadError(error, url, { timedOut: deadline.aborted, stopped: options.signal?.aborted })
    }
  }
  throw new DownloadRefused(
    'too-many-redirects',
    `${firstUrl.hostname} redirects more than ${mostRedirects} times. Use the address it ends at.`,
  )
}

/** Refuses what must not even be asked for. Decimal, octal and hex hosts are already plain addresses here: URL does that. */
function checkedUrl(text: string, { allowedOrigins = [] }: GuardedGetOptions): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new DownloadRefused(
      'not-http',
      'Only addresses that begin with http:// or https:// can be fetched.',
    )
  if (url.username || url.password)
    throw new DownloadRefused(
      'not-http',
      'The address holds a user name or password. Remove it and try again.',
    )
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A name is checked when it is looked up; a literal address is never looked up.
  if (isIP(host) && !isPublicAddress(host) && !allowedOrigins.includes(url.origin)) throw privateAddress(host)
  return url
}

/** One request on a connection of its own, whose lookup is guarded. */
async function getOnce(
  url: URL,
  options: GuardedGetOptions & { signal: AbortSignal },
): Promise<{ redirect: string } | Omit<Downloaded, 'finalUrl'>> {
  const { allowedOrigins = [], resolve = resolveWithSystem, maxBytes } = options
  const isAllowed = allowedOrigins.includes(url.origin) ? () => true : isPublicAddress
  const client = new Client(url.origin, {
    connect: { lookup: guardedLookup(resolve, isAllowed) },
    pipelining: 0,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  try {
    const answer = await client.request({
      method: 'GET',
      path: url.pathname + url.search,
      headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'diptych', ...options.headers },
      signal: options.signal,
    })
    const location = header(answer, 'location')
    if (redirects.includes(answer.statusCode) && location)
      return { redirect: URL.canParse(location, url) ? new URL(location, url).href : location }
    if (answer.statusCode < 200 || answer.statusCode > 299) throw badStatus(url, answer)
    if (Number(header(answer, 'content-length')) > maxBytes) throw tooLarge(url, maxBytes)
    const body = await readBody(answer.body, { maxBytes, encoding: header(answer, 'content-encoding') })
    if (body.ended === 'too-large') throw tooLarge(url, maxBytes)
    if (body.ended === 'broken') throw new Error('The connection ended before the whole file had come.')
    return { bytes: body.bytes, contentType: header(answer, 'content-type')?.split(';')[0]?.trim() }
  } finally {
    // Nothing is read after this; a body left behind (a redirect's, an error's) goes with its connection.
    await client.destroy()
  }
}

function header(answer: Dispatcher.ResponseData, name: string): string | undefined {
  const value = answer.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function badStatus(url: URL, answer: Dispatcher.ResponseData): DownloadFailed {
  const { statusCode } = answer
  const gone = statusCode === 404 || statusCode === 410
  return new DownloadFailed(
    'status',
    gone
      ? `${url.hostname} has nothing at this address (HTTP ${statusCode}). Check it, or upload the file.`
      : `${url.hostname} did not give the file (HTTP ${statusCode}). Try again later, or upload the file.`,
    { status: statusCode, retryAfterMs: retryAfterMs(header(answer, 'retry-after'), Date.now()) },
  )
}

function tooLarge(url: URL, maxBytes: number): DownloadRefused {
  const limit = maxBytes >= 1e6 ? `${Math.floor(maxBytes / 1e6)} MB` : `${maxBytes} bytes`
  return new DownloadRefused(
    'too-large',
    `The file at ${url.hostname} is larger than ${limit}. Use a smaller one.`,
  )
}

function asDownloadError(
  error: unknown,
  url: URL,
  { timedOut, stopped }: { timedOut: boolean; stopped?: boolean },
): DownloadRefused | DownloadFailed {
  if (error instanceof DownloadRefused || error instanceof DownloadFailed) return error
  if (stopped) return new DownloadFailed('network', 'The download was stopped.')
  if (timedOut)
    return new DownloadFailed(
      'timeout',
      `${url.hostname} took too long to give the file. Try again, or upload it.`,
    )
  return new DownloadFailed(
    'network',
    `${url.hostname} could not be reached, or broke off. Check the address and try again.`,
  )
}
