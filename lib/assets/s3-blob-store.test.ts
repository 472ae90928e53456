import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { describeBlobStore } from './describe-blob-store'
import { createS3BlobStore } from './s3-blob-store'

const keys = {
  region: 'eu-test-1',
  accessKeyId: 'AKIDTEST',
  secretAccessKey: 'a-secret-key',
  retryDelayMs: 5,
}

/** A bucket in memory that wants every request signed and lists two keys a page. */
class Bucket {
  readonly objects = new Map<string, { bytes: Buffer; time: Date }>()
  /** Statuses with which the next requests are answered, whatever they ask. */
  readonly faults: (number | 'reset')[] = []
  readonly seen: string[] = []

  readonly server = createServer((request, response) => void this.answer(request, response))

  async open() {
    await once(this.server.listen(0, '127.0.0.1'), 'listening')
    const endpoint = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
    const close = async () => {
      this.server.closeAllConnections()
      await new Promise((resolve) => this.server.close(resolve))
    }
    return { endpoint, store: createS3BlobStore({ bucket: 'pictures-bucket', endpoint, ...keys }), close }
  }

  private async answer(request: IncomingMessage, response: ServerResponse) {
    const body = await buffer(request)
    this.seen.push(`${request.method} ${request.url}`)
    const fault = this.faults.shift()
    if (fault === 'reset') return request.socket.destroy()
    if (fault) return response.writeHead(fault).end('<Error><Code>SlowDown</Code></Error>')
    if (!isSigned(request, body)) {
      return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    }
    const url = new URL(request.url ?? '', 'http://bucket')
    const key = decodeURIComponent(url.pathname.replace('/pictures-bucket/', ''))
    const object = this.objects.get(key)
    if (request.method === 'PUT') {
      this.objects.set(key, { bytes: body, time: new Date() })
      return response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      this.objects.delete(key)
      return response.writeHead(204).end()
    }
    if (key === '' && url.searchParams.get('list-type') === '2')
      return response.end(this.page(url.searchParams))
    if (!object) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : object.bytes)
  }

  private page(query: URLSearchParams): string {
    const all = [...this.objects.keys()].sort().filter((key) => key.startsWith(query.get('prefix') ?? ''))
    const start = Number(query.get('continuation-token') ?? 0)
    const contents = all.slice(start, start + 2).map((key) => {
      const time = this.objects.get(key)?.time.toISOString()
      return `<Contents><Key>${key}</Key><LastModified>${time}</LastModified><Size>1</Size></Contents>`
    })
    const next = start + 2 < all.length ? `<NextContinuationToken>${start + 2}</NextContinuationToken>` : ''
    return `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`
  }
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const hash = createHash('sha256').update(body).digest('hex')
  const credential = `AWS4-HMAC-SHA256 Credential=AKIDTEST/\\d{8}/eu-test-1/s3/aws4_request, `
  const signature = new RegExp(
    `^${credential}SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$`,
  )
  return (
    signature.test(request.headers.authorization ?? '') && request.headers['x-amz-content-sha256'] === hash
  )
}

describeBlobStore('A bucket', () => new Bucket().open())

describe('A bucket', () => {
  const bucket = new Bucket()
  let close = async () => {}
  afterEach(async () => {
    await close()
    close = async () => {}
  })

  it('repeats what failed in passing: 503, 429, a reset connection', async () => {
    const opened = await bucket.open()
    close = opened.close
    bucket.faults.push(503, 429, 'reset')
    await opened.store.put('a/b', Buffer.from('kept'))
    expect(bucket.objects.get('a/b')?.bytes.toString()).toBe('kept')
    expect(bucket.seen).toHaveLength(4)
  })

  it('says what to check when the bucket refuses, without the secret', async () => {
    const refusing = new Bucket()
    const opened = await refusing.open()
    close = opened.close
    const store = createS3BlobStore({ bucket: 'b', endpoint: opened.endpoint, ...keys, accessKeyId: 'OTHER' })
    const error = await store.put('a/b', Buffer.from('x')).catch((reason: Error) => reason)
    expect(error).toMatchObject({
      name: 'S3Error',
      message: expect.stringMatching(/"b" answered PUT with 403 \(SignatureDoesNotMatch\)\. Check S3_BUCKET/),
    })
    expect(String(error) + JSON.stringify(error)).not.toContain('a-secret-key')
  })

  it('says so when it cannot be reached', async () => {
    const { endpoint, close: closeNow } = await new Bucket().open()
    await closeNow()
    const store = createS3BlobStore({ bucket: 'b', endpoint, ...keys })
    await expect(store.get('a/b')).rejects.toThrow('could not be reached. Check S3_ENDPOINT')
  })

  it('makes links that expire and name the content type', async () => {
    const store = createS3BlobStore({ bucket: 'b', ...keys })
    const url = new URL(await store.signedUrl('pictures/ab', { seconds: 600, type: 'image/png' }))
    expect(url.origin + url.pathname).toBe('https://b.s3.eu-test-1.amazonaws.com/pictures/ab')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      'X-Amz-Expires': '600',
      'X-Amz-Credential': expect.stringMatching(/^AKIDTEST\//),
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
      'response-content-type': 'image/png',
    })
    expect(url.href).not.toContain('a-secret-key')
  })
})
