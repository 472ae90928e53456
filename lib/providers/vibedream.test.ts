import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelById } from '@/lib/models/registry'
import { requestBody } from '@/lib/models/request-body'
import { schemaFor } from '@/lib/models/schema'
import {
  reply,
  startScriptedServer,
  wrongContentLength,
  type ScriptedServer,
} from '@/lib/testing/scripted-server'
import { describeProvider, failure, testKey } from './describe-provider'
import type { InputPicture, Provider, ProviderRequest } from './provider'
import { readFixture } from './read-fixture'
import { createVibeDream } from './vibedream'

const modelIds = ['flux-2-klein-9b-edit', 'flux-2-pro-edit', 'flux-dev']
const never = new AbortController().signal
const jobId = '550e8400-e29b-41d4-a716-446655440000'
const submitted = readFixture('vibedream/flux-dev.submitted')
const completed = readFixture('vibedream/flux-dev.completed')

/** The page's example through our own schema and table, as a run would send it. */
function exampleRequest(modelId: string): ProviderRequest {
  const model = modelById(modelId)
  const values = schemaFor(model).parse(readFixture(`vibedream/${modelId}.request`))
  return { model, body: requestBody<string | Blob>(model, values, (url) => url) }
}

describeProvider('VibeDream', {
  create: createVibeDream,
  request: exampleRequest('flux-dev'),
  submitPath: '/api/v1/models/flux-dev/generate',
  submitted,
  polling: { job: { id: jobId }, path: `/api/v1/predictions/${jobId}`, completed },
})

describe('VibeDream', () => {
  let server: ScriptedServer
  let other: ScriptedServer
  let provider: Provider

  beforeEach(async () => {
    server = await startScriptedServer()
    other = await startScriptedServer()
    provider = createVibeDream({ apiKey: testKey, baseUrl: server.origin })
  })
  afterEach(() => Promise.all([server.close(), other.close()]))

  it.each(modelIds)('sends the request of %s’s page and reads its answers', async (modelId) => {
    server.play(
      reply(200, readFixture(`vibedream/${modelId}.submitted`)),
      reply(200, { id: jobId, status: 'processing', outputs: null, error: null, completedAt: null }),
      reply(200, readFixture(`vibedream/${modelId}.completed`)),
    )
    const running = await provider.submit(exampleRequest(modelId), never)

    const [sent] = server.requests
    expect(sent).toMatchObject({ method: 'POST', path: `/api/v1/models/${modelId}/generate` })
    expect(sent!.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: `Bearer ${testKey}`,
    })
    const example = readFixture(`vibedream/${modelId}.request`)
    // The one deviation, decided in the model's table: "size": 0 means empty, and empty is left out.
    if (example.size === 0) delete example.size
    expect(JSON.parse(sent!.body.toString())).toEqual(example)

    const costCents = modelId === 'flux-2-pro-edit' ? 7 : 2
    expect(running).toEqual({ state: 'running', job: { id: jobId, costCents } })
    if (running.state !== 'running') return
    expect(await provider.poll(running.job, never)).toEqual(running)
    expect(await provider.poll(running.job, never)).toEqual({
      state: 'finished',
      outputs: [{ url: `https://assets.vibedream.ai/outputs/${jobId}/1736942400000-0.png` }],
      costCents,
    })
  })

  it('follows a status URL on its own origin only, and remembers it as a path', async () => {
    server.play(
      reply(200, { ...submitted, statusUrl: `${server.origin}/v2/jobs/1?full=1` }),
      reply(200, { ...submitted, statusUrl: `${other.origin}/api/v1/predictions/${jobId}` }),
      reply(200, { ...submitted, statusUrl: `${server.origin}//${new URL(other.origin).host}/x` }),
      reply(200, completed),
    )
    const request = exampleRequest('flux-dev')
    expect(await provider.submit(request, never)).toMatchObject({ job: { pollPath: '/v2/jobs/1?full=1' } })
    const foreign = await provider.submit(request, never)
    expect(foreign).toEqual({ state: 'running', job: { id: jobId, costCents: 2 } })
    expect(await provider.submit(request, never)).toEqual(foreign)
    await provider.poll({ id: jobId }, never)
    expect(server.requests.at(-1)!.path).toBe(`/api/v1/predictions/${jobId}`)
    expect(other.requests).toEqual([])
  })

  it('takes an id out of an answer whose length is wrong: the work is paid for', async () => {
    server.play(wrongContentLength(200, submitted))
    expect(await provider.submit(exampleRequest('flux-dev'), never)).toMatchObject({ job: { id: jobId } })
  })

  it('takes a submit that answers with the result', async () => {
    const base64 = Buffer.from([0xff, 0xd8, 0xff, 1]).toString('base64')
    server.play(
      reply(200, { ...completed, costCents: 2, outputs: [base64, `data:image/jpeg;base64,${base64}`] }),
      reply(200, { ...completed, outputs: [] }),
    )
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1])
    expect(await provider.submit(exampleRequest('flux-dev'), never)).toEqual({
      state: 'finished',
      outputs: [{ bytes }, { bytes }],
      costCents: 2,
    })
    // Done without a picture: not an error yet, the next question may show it.
    expect(await provider.submit(exampleRequest('flux-dev'), never)).toMatchObject({ job: { id: jobId } })
  })

  it('tells how a job ended', async () => {
    const moderated = readFixture('vibedream/flux-dev.failed')
    const ends = [
      [moderated, 'moderation'],
      [{ ...moderated, error: 'CUDA out of memory' }, 'generation-failed'],
      [{ ...moderated, error: { message: 'Could not download the image' } }, 'input-unreachable'],
      [
        {
          ...moderated,
          error: { message: 'The surest place reached 0.16, and 0.3 is needed. Paint a mask.' },
        },
        'generation-failed',
      ],
      [{ ...moderated, error: '“add a credit card”: This can’t be done.' }, 'generation-failed'],
      [{ ...moderated, error: null, status: 'canceled' }, 'generation-failed'],
      [{ ...completed, outputs: null }, 'protocol'],
      [{ ...completed, outputs: ['not an output'] }, 'protocol'],
    ] as const
    for (const [body, code] of ends) {
      server.play(reply(200, body))
      const error = await failure(provider.poll({ id: jobId }, never))
      expect(error).toMatchObject({ code, accepted: 'no', transient: false })
    }
    server.play(reply(200, moderated))
    const error = await failure(provider.submit(exampleRequest('flux-dev'), never))
    expect(error).toMatchObject({
      code: 'moderation',
      accepted: 'no',
      transient: false,
      detail: moderated.error,
    })
  })

  it('takes an unknown status as running, and keeps what it can read of several outputs', async () => {
    server.play(
      reply(200, { id: jobId, status: 'warming_up' }),
      reply(200, {
        ...completed,
        outputs: [`${server.origin}/outputs/1.png`, 'https://cdn.example/2.png', '???'],
      }),
    )
    const job = { id: jobId, costCents: 8 }
    expect(await provider.poll(job, never)).toEqual({ state: 'running', job })
    expect(await provider.poll(job, never)).toEqual({
      state: 'finished',
      outputs: [{ url: '/outputs/1.png' }, { url: 'https://cdn.example/2.png' }],
      costCents: 8,
      warnings: ['1 more output could not be read.'],
    })
  })

  it('delivers a picture as its public URL, or says what to set', async () => {
    const picture = (url?: string): InputPicture => ({
      id: 'a',
      type: 'image/png',
      bytes: async () => new Uint8Array(),
      publicUrl: async () => url,
    })
    expect(await provider.deliver(picture('https://me.example/p.png'), never)).toBe(
      'https://me.example/p.png',
    )
    const error = await failure(provider.deliver(picture(), never))
    expect(error).toMatchObject({ code: 'invalid-input', accepted: 'no', transient: false })
    expect(error.detail).toContain('PUBLIC_URL')
  })
})
