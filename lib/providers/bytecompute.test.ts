import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flux2Klein4b as model } from '@/lib/models/flux2-klein-4b'
import { requestBody } from '@/lib/models/request-body'
import {
  reply,
  startScriptedServer,
  truncated,
  wrongContentLength,
  type RecordedRequest,
  type ScriptedServer,
} from '@/lib/testing/scripted-server'
import { createByteCompute } from './bytecompute'
import { describeProvider, failure, testKey } from './describe-provider'
import type { Provider, ProviderRequest } from './provider'
import { readFixture } from './read-fixture'

const never = new AbortController().signal
const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

const pictures: Record<string, Blob> = {
  one: new Blob([new Uint8Array([1, 1])], { type: 'image/png' }),
  two: new Blob([new Uint8Array([2, 2, 2])], { type: 'image/jpeg' }),
}

function requestWith(values: Record<string, unknown>): ProviderRequest {
  const first = values.images ? { width: 700, height: 1200 } : undefined
  return { model, body: requestBody<string | Blob>(model, values, (id) => pictures[id]!, first) }
}

/** The form as a server reads it. */
function formIn({ headers, body }: RecordedRequest): Promise<FormData> {
  const type = { 'content-type': headers['content-type']! }
  return new Response(new Uint8Array(body), { headers: type }).formData()
}

describeProvider('ByteCompute', {
  create: createByteCompute,
  request: requestWith({ prompt: 'A futuristic city' }),
  submitPath: '/v1/generate',
  submitted: png,
})

describe('ByteCompute', () => {
  let server: ScriptedServer
  let provider: Provider

  beforeEach(async () => {
    server = await startScriptedServer()
    provider = createByteCompute({ apiKey: testKey, baseUrl: server.origin })
  })
  afterEach(() => server.close())

  it('sends a form with the pictures as repeated files, and takes the PNG', async () => {
    server.play(reply(200, png, { 'content-type': 'image/png' }))
    const request = requestWith({ prompt: 'Put image1 into image2', images: ['one', 'two'] })
    expect(await provider.submit(request, never)).toEqual({ state: 'finished', outputs: [{ bytes: png }] })

    const [sent] = server.requests
    expect(sent!.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    const form = await formIn(sent!)
    expect([...form.keys()]).toEqual(['prompt', 'model', 'images', 'images', 'aspect_ratio'])
    expect(form.get('prompt')).toBe('Put image1 into image2')
    expect(form.get('model')).toBe('flux2-klein-4b')
    expect(form.get('aspect_ratio')).toBe('portrait')
    const files = form.getAll('images') as File[]
    expect(files.map(({ name, type, size }) => ({ name, type, size }))).toEqual([
      { name: 'image1.png', type: 'image/png', size: 2 },
      { name: 'image2.jpg', type: 'image/jpeg', size: 3 },
    ])
    expect(new Uint8Array(await files[1]!.arrayBuffer())).toEqual(new Uint8Array([2, 2, 2]))
  })

  it('makes pictures from text alone', async () => {
    server.play(reply(200, png))
    await provider.submit(requestWith({ prompt: 'A city' }), never)
    const form = await formIn(server.requests[0]!)
    expect(Object.fromEntries(form)).toEqual({
      prompt: 'A city',
      model: 'flux2-klein-4b',
      aspect_ratio: 'landscape',
    })
  })

  it('goes by the bytes, not by what the headers say of them', async () => {
    server.play(reply(200, png, { 'content-type': 'text/html' }), wrongContentLength(200, png))
    const finished = { state: 'finished', outputs: [{ bytes: png }] }
    expect(await provider.submit(requestWith({ prompt: 'A city' }), never)).toEqual(finished)
    expect(await provider.submit(requestWith({ prompt: 'A city' }), never)).toEqual(finished)
  })

  it('never takes half a picture for a whole one', async () => {
    for (const bytes of [png, new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0])]) {
      server.play(truncated(200, bytes))
      const error = await failure(provider.submit(requestWith({ prompt: 'A city' }), never))
      expect(error).toMatchObject({ code: 'unavailable', accepted: 'unknown', transient: false })
    }
  })

  it('shows the page’s error words', async () => {
    server.play(reply(422, readFixture('bytecompute/error')))
    const error = await failure(provider.submit(requestWith({ prompt: 'A city' }), never))
    expect(error).toMatchObject({ code: 'invalid-input', detail: 'Error message description' })
  })

  it('delivers a picture as its bytes, and has no jobs to ask for', async () => {
    const picture = {
      id: 'a',
      type: 'image/jpeg' as const,
      bytes: async () => new Uint8Array([9]),
      publicUrl: async () => undefined,
    }
    const blob = (await provider.deliver(picture, never)) as Blob
    expect(blob.type).toBe('image/jpeg')
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(new Uint8Array([9]))
    expect(await failure(provider.poll({ id: 'x' }, never))).toMatchObject({ transient: false })
  })
})
