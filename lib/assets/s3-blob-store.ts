import 'server-only'
import { AwsClient } from 'aws4fetch'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkBlobKey } from './blob-key'
import type { BlobStore } from './blob-store'

export interface S3Settings {
  bucket: string
  /** Of an S3-compatible service, such as `https://s3.example.com`; absent means Amazon's own. */
  endpoint?: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Milliseconds before the first repetition; each further one waits four times as long. */
  retryDelayMs?: number
}

export interface S3BlobStore extends BlobStore {
  /** A link by which anyone can fetch the blob for `seconds`, answered with the given content type. */
  signedUrl(key: string, options: { seconds: number; type: string }): Promise<string>
}

/** The bucket refused or could not be reached; the message says what to look at. Never holds a key. */
export class S3Error extends Error {
  override readonly name = 'S3Error'
}

const attempts = 4
const attemptTimeoutMs = 60_000

/** Blobs as objects of an S3-compatible bucket. A PUT there is atomic, and durable when it is answered. */
export function createS3BlobStore({
  bucket,
  endpoint,
  region,
  retryDelayMs = 200,
  ...keys
}: S3Settings): S3BlobStore {
  const client = new AwsClient({ ...keys, region, service: 's3' })
  // Other services rarely have a host name for each bucket, so theirs goes into the path.
  const base = endpoint
    ? `${endpoint.replace(/\/+$/, '')}/${bucket}`
    : `https://${bucket}.s3.${region}.amazonaws.com`
  const urlOf = (key: string) => `${base}/${checkBlobKey(key)}`

  /**
   * Every operation here can be repeated without harm, so all are. The time limit is for the whole answer; `slow`: only
   * until it begins, because whoever reads it may be slow.
   */
  async function send(
    method: string,
    url: string,
    body?: Uint8Array,
    { slow = false } = {},
  ): Promise<Response> {
    const headers = {
      'x-amz-content-sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
    }
    for (let attempt = 1; ; attempt += 1) {
      // Signed anew each time: a signature is dated. The copy is what the type of a request body asks for.
      const request = await client.sign(url, { method, headers, body: body && new Uint8Array(body) })
      const limit = new AbortController()
      const timer = setTimeout(() => limit.abort(new Error('There was no answer in time.')), attemptTimeoutMs)
      timer.unref()
      const response = await fetch(request, { signal: limit.signal }).catch(asError)
      if (slow || response instanceof Error) clearTimeout(timer)
      const passing = response instanceof Error || response.status >= 500 || response.status === 429
      if (passing && attempt < attempts) {
        if (response instanceof Response) await response.body?.cancel()
        await sleep(retryDelayMs * 4 ** (attempt - 1) * (0.5 + Math.random() / 2))
        continue
      }
      if (response instanceof Error) {
        const advice = 'Check S3_ENDPOINT and the network.'
        throw new S3Error(`The S3 bucket "${bucket}" could not be reached. ${advice}`, { cause: response })
      }
      return response
    }
  }

  async function refuse(response: Response, method: string): Promise<never> {
    const code = elementOf(await response.text(), 'Code') ?? 'no reason given'
    const advice = 'Check S3_BUCKET, S3_REGION and the access key’s rights (read, write, delete and list).'
    throw new S3Error(
      `The S3 bucket "${bucket}" answered ${method} with ${response.status} (${code}). ${advice}`,
    )
  }

  return {
    async put(key, bytes) {
      const response = await send('PUT', urlOf(key), bytes)
      if (!response.ok) await refuse(response, 'PUT')
      await response.body?.cancel()
    },

    async get(key) {
      const response = await send('GET', urlOf(key))
      if (response.ok) return new Uint8Array(await response.arrayBuffer())
      if (response.status !== 404) await refuse(response, 'GET')
      await response.body?.cancel()
      return undefined
    },

    async stream(key) {
      const response = await send('GET', urlOf(key), undefined, { slow: true })
      if (response.ok) return response.body ?? new Blob().stream()
      if (response.status !== 404) await refuse(response, 'GET')
      await response.body?.cancel()
      return undefined
    },

    async has(key) {
      const response = await send('HEAD', urlOf(key))
      if (!response.ok && response.status !== 404) await refuse(response, 'HEAD')
      return response.ok
    },

    async delete(key) {
      const response = await send('DELETE', urlOf(key))
      if (!response.ok && response.status !== 404) await refuse(response, 'DELETE')
      await response.body?.cancel()
    },

    async *list(prefix) {
      let next: string | undefined
      do {
        const query = new URLSearchParams({
          'list-type': '2',
          prefix,
          ...(next && { 'continuation-token': next }),
        })
        const response = await send('GET', `${base}/?${query}`)
        if (!response.ok) await refuse(response, 'LIST')
        const page = await response.text()
        yield* objectsOf(page)
        next = elementOf(page, 'NextContinuationToken')
      } while (next)
    },

    async signedUrl(key, { seconds, type }) {
      const query = new URLSearchParams({ 'X-Amz-Expires': String(seconds), 'response-content-type': type })
      const request = await client.sign(`${urlOf(key)}?${query}`, { method: 'GET', aws: { signQuery: true } })
      return request.url
    },
  }
}

// Our keys need no escaping in XML, so two patterns replace a parser; foreign objects in the bucket are passed over.
function* objectsOf(page: string): Iterable<{ key: string; modifiedAt: number }> {
  for (const [contents] of page.matchAll(/<Contents>.*?<\/Contents>/gs)) {
    const key = elementOf(contents, 'Key')
    const modifiedAt = Date.parse(elementOf(contents, 'LastModified') ?? '')
    if (key && /^[a-z0-9/._-]+$/.test(key)) yield { key, modifiedAt }
  }
}

function elementOf(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause))
}
