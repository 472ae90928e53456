import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flux2KleinBase9bEdit as model } from '@/lib/models/flux-2-klein-base-9b-edit'
import { requestBody } from '@/lib/models/request-body'
import { schemaFor } from '@/lib/models/schema'
import {
  reply,
  resetAfterBody,
  startScriptedServer,
  type ScriptedServer,
} from '@/lib/testing/scripted-server'
import { describeProvider, failure, testKey } from './describe-provider'
import type { InputPicture, Provider, ProviderRequest } from './provider'
import { readFixture } from './read-fixture'
import { createWaveSpeed } from './wavespeed'

const never = new AbortController().signal
const jobId = '9f2c1b7e4a5d4c0f8e3b6a7d1c2e3f40'
const submitted = readFixture('wavespeed/submitted')
const completed = readFixture('wavespeed/completed')

/** The page's example leaves out both required fields; they are added here. */
const example = {
  prompt: 'Put the person in image1 into image2.',
  images: ['https://example.com/1.jpg', 'https://example.com/2.jpg'],
  ...readFixture('wavespeed/request'),
}
const request: ProviderRequest = {
  model,
  body: requestBody<string | Blob>(model, schemaFor(model).parse(example), (url) => url),
}

/** A recorded answer with other data. */
function withData(recorded: Record<string, unknown>, data: Record<string, unknown>): unknown {
  return { ...recorded, data: { ...(recorded.data as object), ...data } }
}

describeProvider('WaveSpeed', {
  create: createWaveSpeed,
  request,
  submitPath: '/api/v3/wavespeed-ai/flux-2-klein-base-9b/edit',
  submitted,
  polling: { job: { id: jobId }, path: `/api/v3/predictions/${jobId}/result`, completed },
})

describe('WaveSpeed', () => {
  let server: ScriptedServer
  let other: ScriptedServer
  let provider: Provider

  beforeEach(async () => {
    server = await startScriptedServer()
    other = await startScriptedServer()
    provider = createWaveSpeed({ apiKey: testKey, baseUrl: server.origin })
  })
  afterEach(() => Promise.all([server.close(), other.close()]))

  it('sends the request of the page and reads the answers', async () => {
    server.play(
      reply(200, submitted),
      reply(200, withData(submitted, { status: 'processing' })),
      reply(200, completed),
    )
    const running = await provider.submit(request, never)
    expect(running).toEqual({ state: 'running', job: { id: jobId } })
    expect(server.requests[0]!.headers).toMatchObject({ 'content-type': 'application/json' })
    expect(JSON.parse(server.requests[0]!.body.toString())).toEqual(example)

    expect(await provider.poll({ id: jobId }, never)).toEqual(running)
    expect(await provider.poll({ id: jobId }, never)).toEqual({
      state: 'finished',
      outputs: [{ url: `https://cdn.wavespeed.ai/outputs/${jobId}/1.png` }],
    })
  })

  it('follows urls.get on its own origin only', async () => {
    server.play(
      reply(200, withData(submitted, { urls: { get: `${server.origin}/api/v3/predictions/${jobId}` } })),
      reply(200, withData(submitted, { urls: { get: `${other.origin}/api/v3/predictions/${jobId}` } })),
      reply(200, withData(submitted, { urls: 'broken' })),
    )
    expect(await provider.submit(request, never)).toMatchObject({
      job: { pollPath: `/api/v3/predictions/${jobId}` },
    })
    expect(await provider.submit(request, never)).toEqual({ state: 'running', job: { id: jobId } })
    expect(await provider.submit(request, never)).toEqual({ state: 'running', job: { id: jobId } })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['failed', { code: 1402, error: 'Failed to download image from the provided URL.' }, 'input-unreachable'],
    ['failed', { code: 1200, error: 'Refused' }, 'moderation'],
    ['failed', { code: 1401, error: 'Bad size' }, 'invalid-input'],
    ['failed', { code: 5003, error: 'Down' }, 'unavailable'],
    ['failed', { code: 1403, error: '' }, 'generation-failed'],
    ['failed', { error: 'Content flagged as potentially sensitive' }, 'moderation'],
    ['cancelled', {}, 'generation-failed'],
    ['timeout', {}, 'timeout'],
    ['deleted', {}, 'expired'],
  ])('takes %s with %o as the end of the job, under HTTP 200', async (status, data, code) => {
    const answer = reply(200, withData(submitted, { ...data, status }))
    server.play(answer, answer)
    const expected = { code, accepted: 'no', transient: false }
    expect(await failure(provider.poll({ id: jobId }, never))).toMatchObject(expected)
    expect(await failure(provider.submit(request, never))).toMatchObject(expected)
  })

  it('takes an unknown status, and a sync mode that timed out, as running', async () => {
    server.play(
      reply(200, withData(submitted, { status: 'pending' })),
      reply(200, withData(submitted, { status: 'processing', code: 5004, error: 'Sync mode timed out' })),
    )
    expect(await provider.poll({ id: jobId }, never)).toEqual({ state: 'running', job: { id: jobId } })
    expect(await provider.submit(request, never)).toMatchObject({ state: 'running', job: { id: jobId } })
  })

  it.each<[unknown, unknown[]]>([
    ['https://cdn.example/1.png', [{ url: 'https://cdn.example/1.png' }]],
    [[{ url: 'https://cdn.example/1.png' }], [{ url: 'https://cdn.example/1.png' }]],
    [{ url: 'https://cdn.example/1.png' }, [{ url: 'https://cdn.example/1.png' }]],
    ['/9j/AQ==', [{ bytes: new Uint8Array([0xff, 0xd8, 0xff, 1]) }]],
    [['data:image/jpeg;base64,/9j/AQ=='], [{ bytes: new Uint8Array([0xff, 0xd8, 0xff, 1]) }]],
  ])('reads outputs as %j', async (outputs, expected) => {
    server.play(reply(200, withData(completed, { outputs })))
    expect(await provider.poll({ id: jobId }, never)).toEqual({ state: 'finished', outputs: expected })
  })

  it('warns of a result that was flagged', async () => {
    server.play(reply(200, withData(completed, { has_nsfw_contents: [true] })))
    expect(await provider.poll({ id: jobId }, never)).toMatchObject({
      state: 'finished',
      warnings: [expect.stringContaining('flagged')],
    })
  })

  it.each([
    [
      { code: 401, message: 'invalid authentication' },
      { code: 'auth', accepted: 'no', transient: false },
    ],
    [
      { code: 400, message: 'Insufficient credits' },
      { code: 'credit', accepted: 'no', transient: false },
    ],
    [
      { code: 429, message: 'slow down' },
      { code: 'rate-limited', accepted: 'no', transient: true },
    ],
    [
      { code: 1400, message: 'no images' },
      { code: 'invalid-input', accepted: 'no', transient: false },
    ],
    [
      { code: 5003, message: 'down' },
      { code: 'unavailable', accepted: 'unknown', transient: false },
    ],
    [
      { code: 500, message: 'internal', data: null },
      { code: 'unavailable', accepted: 'unknown', transient: false },
    ],
    [
      { code: 200, message: 'success', data: {} },
      { code: 'protocol', accepted: 'unknown', transient: false },
    ],
  ])('judges an envelope that says %j under HTTP 200', async (envelope, expected) => {
    server.play(reply(200, envelope))
    expect(await failure(provider.submit(request, never))).toMatchObject(expected)
  })

  describe('deliver', () => {
    const uploaded = readFixture('wavespeed/uploaded')
    const picture: InputPicture = {
      id: '3b1f'.repeat(16),
      type: 'image/png',
      bytes: async () => new Uint8Array([1, 2, 3]),
      publicUrl: async () => undefined,
    }

    it('uploads a picture once, and again after it was not found or grew old', async () => {
      let time = 0
      provider = createWaveSpeed({ apiKey: testKey, baseUrl: `${server.origin}/prefix`, now: () => time })
      const upload = () => provider.deliver(picture, never)
      server.play(reply(200, uploaded))
      expect(await upload()).toBe('https://cdn.wavespeed.ai/uploads/3b1f.png')
      expect(await upload()).toBe('https://cdn.wavespeed.ai/uploads/3b1f.png')
      expect(server.requests).toHaveLength(1)
      const [sent] = server.requests
      expect(sent).toMatchObject({ method: 'POST', path: '/prefix/api/v3/media/upload/binary' })
      expect(sent!.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
      expect(sent!.body.toString('latin1')).toContain('name="file"; filename="3b1f3b1f3b1f3b1f.png"')
      expect(sent!.body.toString('latin1')).toContain('\r\n\r\n\x01\x02\x03\r\n')

      server.play(reply(200, readFixture('wavespeed/failed')), reply(200, uploaded))
      await failure(provider.poll({ id: jobId }, never))
      await upload()
      expect(server.requests).toHaveLength(3)

      time = 24 * 3_600_000
      server.play(reply(200, uploaded))
      await upload()
      expect(server.requests).toHaveLength(4)
    })

    it.each([
      [reply(500), { code: 'unavailable', transient: true }],
      [resetAfterBody, { code: 'unavailable', transient: true }],
      [reply(429, {}, { 'retry-after': '2' }), { code: 'rate-limited', transient: true, retryAfterMs: 2000 }],
      [reply(401, { message: 'invalid authentication' }), { code: 'auth', transient: false }],
      [reply(413, {}), { code: 'invalid-input', transient: false }],
      [reply(200, { code: 400, message: 'not an image' }), { code: 'invalid-input', transient: false }],
      [reply(200, { code: 200, data: {} }), { code: 'protocol', transient: true }],
    ])('is free: failing to upload costs nothing (%#)', async (answer, expected) => {
      server.play(answer)
      expect(await failure(provider.deliver(picture, never))).toMatchObject({ accepted: 'no', ...expected })
    })
  })
})
