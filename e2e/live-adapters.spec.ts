import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  reply,
  startScriptedServer,
  type RecordedRequest,
  type ScriptedServer,
} from '@/lib/testing/scripted-server'
import type { PredictionView } from '@/lib/predictions/view'
import { finished, generate, rawRequest, upload } from './api-client'
import type { DiptychServer } from './diptych-server'
import { expect, test as base } from './test'

interface Live {
  /** Stands for all three providers. */
  provider: ScriptedServer
  diptych: DiptychServer
}

const publicHost = 'diptych.example'
const prompt = 'A beautiful sunset over mountains with golden light'

const test = base.extend<{ live: Live }>({
  live: async ({ diptych }, provide) => {
    const provider = await startScriptedServer()
    const server = await diptych({
      env: {
        VIBEDREAM_API_KEY: 'key-of-vibedream',
        VIBEDREAM_BASE_URL: provider.origin,
        WAVESPEED_API_KEY: 'key-of-wavespeed',
        WAVESPEED_BASE_URL: provider.origin,
        BYTECOMPUTE_API_KEY: 'key-of-bytecompute',
        BYTECOMPUTE_BASE_URL: provider.origin,
        PUBLIC_URL: `https://${publicHost}`,
      },
    })
    await provide({ provider, diptych: server })
    await provider.close()
  },
})

const output = sharp({ create: { width: 64, height: 48, channels: 3, background: '#357' } })
  .png()
  .toBuffer()

/** A VibeDream job as its pages show it: taken, then done at the first look. */
async function playVibeDream({ provider }: Live, modelId: string): Promise<void> {
  const id = '550e8400-e29b-41d4-a716-446655440000'
  const statusUrl = `${provider.origin}/api/v1/predictions/${id}`
  const createdAt = '2025-01-15T12:00:00.000Z'
  const outputs = [`${provider.origin}/outputs/${id}/1736942400000-0.png`]
  provider.play(
    reply(200, { id, status: 'processing', statusUrl, estimatedTime: '60-120s', costCents: 2, createdAt }),
    reply(200, { id, modelId, status: 'completed', outputs, error: null, createdAt, completedAt: createdAt }),
    reply(200, await output),
  )
}

const vibeDream: { modelId: string; values: object; sent: object }[] = [
  {
    modelId: 'flux-2-klein-9b-edit',
    values: { size: 0, seed: -1, enable_sync_mode: false, enable_base64_output: false },
    // "Empty = same as input": 0 is how the page writes empty, and empty is left out.
    sent: { seed: -1, enable_sync_mode: false, enable_base64_output: false },
  },
  {
    modelId: 'flux-2-pro-edit',
    values: {
      size: 'small',
      seed: 0,
      enable_sync_mode: false,
      enable_base64_output: false,
      enable_safety_checker: false,
    },
    sent: {
      size: 'small',
      seed: 0,
      enable_sync_mode: false,
      enable_base64_output: false,
      enable_safety_checker: false,
    },
  },
]

for (const { modelId, values, sent } of vibeDream) {
  test(`${modelId} sends what its page shows, with a link to the picture`, async ({ live }) => {
    const { provider, diptych } = live
    const { body: picture } = await upload(diptych.url)
    await playVibeDream(live, modelId)
    const { body } = await generate(diptych.url, modelId, { prompt, images: [picture.url], ...values })
    expect(body.costCents).toBe(modelId === 'flux-2-pro-edit' ? 7 : 2)
    const view = await finished(diptych.url, body.id)
    expect(view).toMatchObject({ status: 'completed', sandbox: false, costCents: 2, costReported: true })
    await expectPicture(view)

    const [submit, poll, download] = provider.requests
    expectJsonSubmit(submit!, `/api/v1/models/${modelId}/generate`, 'key-of-vibedream')
    const { images, ...rest } = jsonOf(submit!) as { images: string[] }
    expect(rest).toEqual({ prompt, ...sent })
    expect(images).toHaveLength(1)
    await expectSignedLink(diptych, images[0]!, picture.id)

    expect(`${poll!.method} ${poll!.path}`).toBe(
      'GET /api/v1/predictions/550e8400-e29b-41d4-a716-446655440000',
    )
    expect(poll!.headers.authorization).toBe('Bearer key-of-vibedream')
    expect(download!.headers.authorization).toBeUndefined()
    expect(provider.requests).toHaveLength(3)
  })
}

test('flux-dev sends what its page shows, with links to picture and mask', async ({ live }) => {
  const { provider, diptych } = live
  const { body: picture } = await upload(diptych.url)
  const { width, height } = picture
  const black = await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .png()
    .toBuffer()
  const { body: mask } = await upload(diptych.url, black)
  await playVibeDream(live, 'flux-dev')
  const own = {
    strength: 0.8,
    size: '1024*1024',
    num_inference_steps: 28,
    guidance_scale: 3.5,
    num_images: 1,
    seed: -1,
    output_format: 'jpeg',
  }
  const values = { prompt, image: picture.url, mask_image: mask.url, ...own }
  const { body } = await generate(diptych.url, 'flux-dev', values)
  await expectPicture(await finished(diptych.url, body.id))

  const submit = provider.requests[0]!
  expectJsonSubmit(submit, '/api/v1/models/flux-dev/generate', 'key-of-vibedream')
  const { image, mask_image, ...rest } = jsonOf(submit) as { image: string; mask_image: string }
  expect(rest).toEqual({ prompt, ...own })
  await expectSignedLink(diptych, image, picture.id)
  const served = await rawRequest(diptych.url + pathOf(mask_image), { headers: { host: publicHost } })
  expect(served.status).toBe(200)
})

test('WaveSpeed gets its picture by its upload API, and what its page shows', async ({ live }) => {
  const { provider, diptych } = live
  const { body: picture } = await upload(diptych.url)
  const job = { id: 'task-1', model: 'wavespeed-ai/flux-2-klein-base-9b/edit', has_nsfw_contents: [false] }
  const urls = { get: `${provider.origin}/api/v3/predictions/task-1/result` }
  const envelope = (data: object) => reply(200, { code: 200, message: 'success', data })
  const play = async () =>
    provider.play(
      envelope({ ...job, urls, status: 'created', outputs: [], error: '' }),
      envelope({ ...job, urls, status: 'completed', outputs: [`${provider.origin}/out.png`], error: '' }),
      reply(200, await output),
    )
  provider.play(
    envelope({ type: 'image', download_url: 'https://cdn.wavespeed.example/in.jpg', filename: 'x', size: 1 }),
  )
  await play()
  const values = { seed: -1, enable_sync_mode: false, enable_base64_output: false }
  const run = async () => {
    const all = { prompt, images: [picture.url], ...values }
    const { body } = await generate(diptych.url, 'flux-2-klein-base-9b-edit', all)
    await expectPicture(await finished(diptych.url, body.id))
  }
  await run()
  const [sent, submit, poll, download] = provider.requests
  expect(`${sent!.method} ${sent!.path}`).toBe('POST /api/v3/media/upload/binary')
  expect(sent!.headers.authorization).toBe('Bearer key-of-wavespeed')
  const { file } = await formOf(sent!)
  await expectBytes(file as File, picture.id)
  expectJsonSubmit(submit!, '/api/v3/wavespeed-ai/flux-2-klein-base-9b/edit', 'key-of-wavespeed')
  expect(jsonOf(submit!)).toEqual({ prompt, images: ['https://cdn.wavespeed.example/in.jpg'], ...values })
  expect(`${poll!.method} ${poll!.path}`).toBe('GET /api/v3/predictions/task-1/result')
  expect(download!.headers.authorization).toBeUndefined()

  // The second run need not upload the picture again.
  await play()
  await run()
  expect(provider.requests.slice(4).map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/v3/wavespeed-ai/flux-2-klein-base-9b/edit',
    'GET /api/v3/predictions/task-1/result',
    'GET /out.png',
  ])
})

test('ByteCompute gets the picture itself in a form, and answers with one', async ({ live }) => {
  const { provider, diptych } = live
  const { body: picture } = await upload(diptych.url)
  provider.play(reply(200, await output))
  const { body } = await generate(diptych.url, 'flux2-klein-4b', { prompt, images: [picture.url] })
  await expectPicture(await finished(diptych.url, body.id))
  expect(provider.requests).toHaveLength(1)
  const submit = provider.requests[0]!
  expect(`${submit.method} ${submit.path}`).toBe('POST /v1/generate')
  expect(submit.headers.authorization).toBe('Bearer key-of-bytecompute')
  expect(submit.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  const { images, ...rest } = await formOf(submit)
  // 1024 × 681 is nearest to "photo"; the provider's default would turn every picture into a landscape.
  expect(rest).toEqual({ prompt, model: 'flux2-klein-4b', aspect_ratio: 'photo' })
  await expectBytes(images as File, picture.id)
})

test('ten viewers of a prediction cost the provider no poll more than one', async ({ live }) => {
  const { provider, diptych } = live
  const id = 'job-1'
  const polls: number[] = []
  const still = reply(200, { id, status: 'processing' })
  provider.play(reply(200, { id, status: 'processing' }))
  for (let poll = 0; poll < 4; poll++)
    provider.play({
      play(response, request) {
        polls.push(Date.now())
        still.play(response, request)
      },
    })
  provider.play(
    reply(200, { id, status: 'completed', outputs: [`${provider.origin}/out.png`] }),
    reply(200, await output),
  )
  const { body } = await generate(diptych.url, 'flux-dev', { prompt })
  const view = async () => {
    for (;;) {
      const address = `${diptych.url}/api/v1/predictions?ids=${body.id}`
      const { predictions } = (await (await fetch(address)).json()) as { predictions: PredictionView[] }
      if (predictions[0]!.status !== 'processing') return predictions[0]!.status
      await sleep(50)
    }
  }
  const seen = await Promise.all(Array.from({ length: 10 }, view))
  expect(seen).toEqual(Array(10).fill('completed'))
  // Submit, four looks, the last look, the picture: each exactly once, and no look sooner than a lone client's.
  expect(provider.requests).toHaveLength(7)
  const gaps = polls.slice(1).map((time, index) => time - polls[index]!)
  expect(Math.min(...gaps)).toBeGreaterThan(500)
})

function expectJsonSubmit(request: RecordedRequest, path: string, key: string): void {
  expect(`${request.method} ${request.path}`).toBe(`POST ${path}`)
  expect(request.headers.authorization).toBe(`Bearer ${key}`)
  expect(request.headers['content-type']).toMatch(/^application\/json/)
}

/** It leads a provider to exactly this picture, under PUBLIC_URL, and nobody anywhere else. */
async function expectSignedLink(diptych: DiptychServer, link: string, id: string): Promise<void> {
  expect(new URL(link).origin).toBe(`https://${publicHost}`)
  const as = (path: string) => rawRequest(diptych.url + path, { headers: { host: publicHost } })
  const path = pathOf(link)
  const served = await as(path)
  expect(served.status).toBe(200)
  expect(sha256(served.bytes)).toBe(id)

  const signature = new URL(link).searchParams.get('signature')!
  const altered = [
    path.replace(signature, (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)),
    path.replace(/expires=\d/, (digit) => `expires=${digit.endsWith('9') ? 8 : 9}`),
    path.replace('as=picture', 'as=mask'),
    path.replace(id, 'f'.repeat(64)),
    path.replace(/\?.*/, ''),
  ]
  for (const other of altered) expect((await as(other)).status, other).toBe(404)
  // Nothing else is open under the public name.
  for (const other of ['/', `/assets/${id}`, '/api/v1/models'])
    expect((await as(other)).status, other).toBe(403)
}

async function expectPicture(view: PredictionView): Promise<void> {
  expect(view.status).toBe('completed')
  const bytes = Buffer.from(await (await fetch(view.outputs![0]!)).arrayBuffer())
  const raw = async (picture: Buffer) => sha256(await sharp(picture).raw().toBuffer())
  expect(await raw(bytes)).toBe(await raw(await output))
}

async function expectBytes(file: File, id: string): Promise<void> {
  expect(file.type).toBe('image/jpeg')
  expect(file.name).toMatch(/\.jpg$/)
  expect(sha256(Buffer.from(await file.arrayBuffer()))).toBe(id)
}

async function formOf({ body, headers }: RecordedRequest): Promise<Record<string, unknown>> {
  const parsed = new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type']! } })
  return Object.fromEntries((await parsed.formData()).entries())
}

function jsonOf({ body }: RecordedRequest): object {
  return JSON.parse(body.toString()) as object
}

function pathOf(link: string): string {
  const { pathname, search } = new URL(link)
  return pathname + search
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
