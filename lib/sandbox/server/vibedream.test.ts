import sharp from 'sharp'
import { expect, test } from 'vitest'
import {
  fakeEngine,
  getJson,
  key,
  picture,
  pictureUrl,
  pollUntil,
  postJson,
  sandboxForTest,
} from './sandbox-for-tests'

const klein = '/vibedream/api/v1/models/flux-2-klein-9b-edit/generate'
const pro = '/vibedream/api/v1/models/flux-2-pro-edit/generate'
const dev = '/vibedream/api/v1/models/flux-dev/generate'

interface Prediction {
  id: string
  status: string
  statusUrl: string
  outputs: string[] | null
  error: string | null
}

const isDone = ({ status }: Prediction) => status !== 'processing'

test('the example of the seed page: submit, poll, download without a key', async () => {
  const { engine } = fakeEngine()
  let finish = () => {}
  const mayFinish = new Promise<void>((resolve) => (finish = resolve))
  const sandbox = await sandboxForTest({ engine: (request) => mayFinish.then(() => engine(request)) })
  const body = {
    prompt: 'A beautiful sunset over mountains with golden light',
    images: [await pictureUrl(sandbox)],
    size: 0,
    seed: -1,
    enable_sync_mode: false,
    enable_base64_output: false,
  }
  const response = await postJson(sandbox.origin + klein, body)
  expect(response.status).toBe(200)
  const submitted = (await response.json()) as Prediction
  expect(submitted).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    status: 'processing',
    statusUrl: `${sandbox.origin}/vibedream/api/v1/predictions/${submitted.id}`,
    estimatedTime: '60-120s',
    costCents: 2,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  })
  expect(await getJson(submitted.statusUrl)).toEqual({
    id: submitted.id,
    modelId: 'flux-2-klein-9b-edit',
    modelName: 'FLUX.2 Klein 9B Edit',
    status: 'processing',
    outputs: null,
    error: null,
    createdAt: expect.any(String),
    completedAt: null,
  })
  finish()
  const done = await pollUntil<Prediction>(submitted.statusUrl, isDone)
  expect(done).toMatchObject({ status: 'completed', error: null, completedAt: expect.any(String) })
  expect(done.outputs).toHaveLength(1)
  expect(done.outputs![0]).toMatch(
    new RegExp(`^${sandbox.origin}/vibedream/outputs/${submitted.id}/\\d{13}-0\\.png$`),
  )
  const output = await fetch(done.outputs![0]!)
  expect(output.headers.get('content-type')).toBe('image/png')
  const metadata = await sharp(await output.arrayBuffer()).metadata()
  expect(metadata).toMatchObject({ format: 'png', width: 60, height: 40 })
  expect(sandbox.submits).toMatchObject([
    { provider: 'vibedream', modelId: 'flux-2-klein-9b-edit', jobId: submitted.id, body },
  ])
})

test('sync mode answers with the finished prediction, base64 is raw, one image may be a string', async () => {
  const sandbox = await sandboxForTest()
  const response = await postJson(sandbox.origin + pro, {
    prompt: 'blur',
    images: await pictureUrl(sandbox),
    size: 'small',
    enable_sync_mode: true,
    enable_base64_output: true,
  })
  const done = (await response.json()) as Prediction
  expect(done).toMatchObject({ status: 'completed', modelId: 'flux-2-pro-edit', error: null })
  const bytes = Buffer.from(done.outputs![0]!, 'base64')
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 512, height: 341 })
})

test('flux-dev: text alone, several images with following seeds, format and price of the table', async () => {
  const sandbox = await sandboxForTest()
  const submitted = (await (
    await postJson(sandbox.origin + dev, { prompt: 'a lake', num_images: 3, seed: 7, size: '768*1024' })
  ).json()) as Prediction & { costCents: number }
  expect(submitted.costCents).toBe(6)
  const { outputs } = await pollUntil<Prediction>(submitted.statusUrl, isDone)
  expect(outputs).toHaveLength(3)
  expect(sandbox.requests.map(({ seed }) => seed)).toEqual([7, 8, 9])
  const output = await fetch(outputs![2]!)
  expect(output.headers.get('content-type')).toBe('image/jpeg')
  expect(await sharp(await output.arrayBuffer()).metadata()).toMatchObject({
    format: 'jpeg',
    width: 768,
    height: 1024,
  })
})

test('flux-dev hands mask and strength to the engine', async () => {
  const sandbox = await sandboxForTest()
  const mask = await picture(60, 40)
  const { statusUrl } = (await (
    await postJson(sandbox.origin + dev, {
      prompt: 'a lake',
      image: await pictureUrl(sandbox),
      mask_image: await pictureUrl(sandbox, mask),
      strength: 0.4,
    })
  ).json()) as Prediction
  await pollUntil<Prediction>(statusUrl, isDone)
  expect(sandbox.requests[0]).toMatchObject({ strength: 0.4, size: { width: 1024, height: 1024 } })
  expect(Buffer.from(sandbox.requests[0]!.mask!)).toEqual(mask)
})

test('what the engine does not understand fails with its sentence', async () => {
  const sandbox = await sandboxForTest()
  const response = await postJson(sandbox.origin + pro, {
    prompt: 'nonsense',
    images: [await pictureUrl(sandbox)],
    enable_sync_mode: true,
  })
  expect(await response.json()).toMatchObject({
    status: 'failed',
    outputs: null,
    error: 'I can do: blur, sepia.',
  })
})

test('an unreadable picture fails the job', async () => {
  const sandbox = await sandboxForTest()
  for (const image of [`${sandbox.origin}/wavespeed/uploads/none.png`, 'http://127.0.0.1:1/x.png']) {
    const body = { prompt: 'blur', images: [image], enable_sync_mode: true }
    expect(await (await postJson(sandbox.origin + klein, body)).json()).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('Failed to download image'),
    })
  }
})

test.each<[string, unknown, string]>([
  ['a missing prompt', { images: ['https://example.com/a.png'] }, 'prompt'],
  ['an unknown field', { prompt: 'x', images: ['https://example.com/a.png'], widht: 1 }, ''],
  ['a seed beyond the range', { prompt: 'x', images: ['https://example.com/a.png'], seed: 10_001 }, 'seed'],
  ['a data URI', { prompt: 'x', images: ['data:image/png;base64,AAAA'] }, 'images.0'],
])('%s is refused at its field and not counted', async (_, body, path) => {
  const sandbox = await sandboxForTest()
  const response = await postJson(sandbox.origin + klein, body)
  expect(response.status).toBe(422)
  const answer = (await response.json()) as { error: string; issues: { path: string[] }[] }
  expect(answer.error).not.toBe('')
  expect(answer.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  expect(sandbox.submits).toEqual([])
})

test('a wrong or missing key, a broken body, an unknown model and an unknown prediction', async () => {
  const sandbox = await sandboxForTest()
  for (const authorization of ['Bearer other', 'sandbox', '']) {
    const response = await postJson(sandbox.origin + klein, {}, { authorization })
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ error: expect.stringContaining('authentication') })
  }
  expect((await postJson(sandbox.origin + klein, '{"prompt":')).status).toBe(400)
  expect((await postJson(`${sandbox.origin}/vibedream/api/v1/models/other/generate`, {})).status).toBe(404)
  const url = `${sandbox.origin}/vibedream/api/v1/predictions/550e8400-e29b-41d4-a716-446655440000`
  expect((await fetch(url, { headers: key })).status).toBe(404)
  expect((await fetch(url)).status).toBe(401)
})
