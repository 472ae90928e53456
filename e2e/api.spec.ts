import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import {
  finished,
  generate,
  postJson,
  rawRequest,
  samplePicture,
  upload,
  type Accepted,
  type Answer,
  type RefusalBody,
} from './api-client'
import type { PredictionView } from '@/lib/predictions/view'
import { expect, test } from './test'

const prompt = 'black and white'

test('an upload answers what it is, and its url serves the very picture', async ({ server }) => {
  const bytes = samplePicture()
  const { status, body } = await upload(server.url, bytes)
  expect(status).toBe(201)
  expect(body).toMatchObject({ type: 'image/jpeg', width: 1024, height: 681, bytes: expect.any(Number) })
  expect(body.url).toBe(`${server.url}/assets/${body.id}`)
  const picture = await fetch(body.url)
  expect(picture.headers.get('content-type')).toBe(body.type)
  const served = Buffer.from(await picture.arrayBuffer())
  expect(served.length).toBe(body.bytes)
  expect(createHash('sha256').update(served).digest('hex')).toBe(body.id)
})

test('a picture of 20 MB comes through whole, as a file and as a data URI', async ({ server }) => {
  const side = 2600
  const noise = sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
  const png = await noise.png({ compressionLevel: 0 }).toBuffer()
  const uploaded = await upload(server.url, png)
  expect(uploaded).toMatchObject({ status: 201, body: { width: side, height: side } })
  const images = [`data:image/png;base64,${png.toString('base64')}`]
  const { status, body } = await generate(server.url, 'flux2-klein-4b', { prompt, images })
  expect(status).toBe(200)
  const view = await finished(server.url, body.id)
  expect(view.input.images).toEqual([uploaded.body.id])
  expect(view.status).toBe('completed')
})

test('a picture may be named by id, by url, as a data URI, and alone in place of a list', async ({
  server,
}) => {
  const { body: picture } = await upload(server.url)
  const dataUri = `data:image/jpeg;base64,${samplePicture().toString('base64')}`
  for (const images of [picture.id, [picture.id], picture.url, dataUri, JSON.stringify([picture.url])]) {
    const { status, body } = await generate(server.url, 'flux-2-klein-9b-edit', { prompt, images })
    expect(status).toBe(200)
    const view = await finished(server.url, body.id)
    expect(view.status).toBe('completed')
    expect(view.input.images).toEqual([picture.id])
  }
})

test('image_uris of ByteCompute takes a list and its JSON text', async ({ server }) => {
  const { body: picture } = await upload(server.url)
  const asList = await generate(server.url, 'flux2-klein-4b', { prompt, image_uris: [picture.url] })
  expect(asList.status).toBe(200)
  const form = new FormData()
  form.append('prompt', prompt)
  form.append('image_uris', JSON.stringify([picture.url]))
  const address = `${server.url}/api/v1/models/flux2-klein-4b/generate`
  const asText = await fetch(address, { method: 'POST', body: form })
  expect(asText.status).toBe(200)
  for (const id of [asList.body.id, ((await asText.json()) as Accepted).id])
    expect((await finished(server.url, id)).input.images).toEqual([picture.id])
})

test('enable_sync_mode answers with the finished prediction', async ({ server }) => {
  const { body: picture } = await upload(server.url)
  const values = { prompt, images: [picture.id], enable_sync_mode: true }
  const { status, body } = await generate<PredictionView>(server.url, 'flux-2-pro-edit', values)
  expect(status).toBe(200)
  expect(body).toMatchObject({ status: 'completed', error: null, outputs: [expect.any(String)] })
  expect((await fetch(body.outputs![0]!)).status).toBe(200)
})

test('enable_base64_output answers the picture itself', async ({ server }) => {
  const { body: picture } = await upload(server.url)
  const values = { prompt, images: [picture.id], enable_sync_mode: true, enable_base64_output: true }
  const { body } = await generate<PredictionView>(server.url, 'flux-2-klein-base-9b-edit', values)
  const bytes = Buffer.from(body.outputs![0]!, 'base64')
  expect((await sharp(bytes).metadata()).format).toBe('png')
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(body.assets[0]!.id)
  const polled = await finished(server.url, body.id)
  expect(polled.outputs).toEqual(body.outputs)
})

test('several pictures of one run come as several outputs', async ({ server }) => {
  const { body: picture } = await upload(server.url)
  const values = { prompt, image: picture.id, num_images: 3, size: '512*512', seed: 7 }
  const { body } = await generate(server.url, 'flux-dev', values)
  const view = await finished(server.url, body.id)
  expect(view).toMatchObject({ status: 'completed', seed: 7 })
  expect(view.outputs).toHaveLength(3)
})

test('what the sandbox does not understand fails in the seeds’ shape, and says what it can do', async ({
  server,
}) => {
  const { body: picture } = await upload(server.url)
  const values = { prompt: 'xyzzy plugh frobnicate', images: [picture.id] }
  const { body } = await generate(server.url, 'flux-2-klein-9b-edit', values)
  expect(await finished(server.url, body.id)).toMatchObject({
    id: body.id,
    modelId: 'flux-2-klein-9b-edit',
    modelName: 'FLUX.2 Klein 9B Edit',
    status: 'failed',
    outputs: null,
    error: expect.stringMatching(/API key.*cut out the main subject/),
    createdAt: body.createdAt,
    completedAt: expect.any(String),
  })
})

test('an Idempotency-Key makes a repeated request the same run, and another request a conflict', async ({
  server,
}) => {
  const { body: picture } = await upload(server.url)
  const headers = { 'idempotency-key': randomBytes(8).toString('hex') }
  const values = { prompt, images: [picture.id] }
  const ask = (more = {}) =>
    generate<Accepted & RefusalBody>(server.url, 'flux-2-klein-9b-edit', { ...values, ...more }, headers)
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(await ask({ seed: 5 })).toMatchObject({ status: 409, body: { code: 'idempotency-conflict' } })
})

test('many predictions are told at once, in the order asked for', async ({ server }) => {
  const { body: picture } = await upload(server.url)
  const values = { prompt, images: [picture.id] }
  const one = await generate(server.url, 'flux-2-klein-9b-edit', values)
  const two = await generate(server.url, 'flux2-klein-4b', values)
  await finished(server.url, one.body.id)
  await finished(server.url, two.body.id)
  const ids = [two.body.id, one.body.id]
  const response = await fetch(`${server.url}/api/v1/predictions?ids=${ids.join(',')}`)
  const { predictions } = (await response.json()) as { predictions: PredictionView[] }
  expect(predictions.map(({ id }) => id)).toEqual(ids)
  expect(predictions.map(({ status }) => status)).toEqual(['completed', 'completed'])
})

test('the catalogue lists the five models with their tables', async ({ server }) => {
  const { models } = (await (await fetch(`${server.url}/api/v1/models`)).json()) as {
    models: { id: string }[]
  }
  expect(models.map(({ id }) => id).sort()).toEqual([
    'flux-2-klein-9b-edit',
    'flux-2-klein-base-9b-edit',
    'flux-2-pro-edit',
    'flux-dev',
    'flux2-klein-4b',
  ])
  const one = await fetch(`${server.url}/api/v1/models/flux-dev`)
  expect(await one.json()).toMatchObject({
    id: 'flux-dev',
    provider: 'VibeDream',
    mode: 'sandbox',
    priceCents: 2,
  })
})

test('a run that hangs at the provider can be canceled, and says so', async ({ diptych }) => {
  const server = await diptych({ env: { SANDBOX_FAULT: 'stuck' } })
  const { body: picture } = await upload(server.url)
  const { body } = await generate(server.url, 'flux-2-klein-9b-edit', { prompt, images: [picture.id] })
  await expect
    .poll(async () => (await (await fetch(`${server.url}/api/v1/predictions/${body.id}`)).json()).state)
    .toBe('running')
  const cancel = `${server.url}/api/v1/predictions/${body.id}/cancel`
  const canceled = await postJson<PredictionView>(cancel, {})
  expect(canceled).toMatchObject({
    status: 200,
    body: { status: 'failed', state: 'canceled', code: 'canceled' },
  })
  // Again: it stays as it is.
  expect((await postJson<PredictionView>(cancel, {})).body).toEqual(canceled.body)
})

test.describe('refused with {error, code, issues}', () => {
  const refused = (status: number, code: string) => ({
    status,
    body: { code, error: expect.stringMatching(/^.{15,}[.”]$/) },
  })

  test('404 for what is not there', async ({ server }) => {
    const get = async (path: string): Promise<Answer<RefusalBody>> => {
      const response = await fetch(server.url + path)
      return { status: response.status, body: (await response.json()) as RefusalBody }
    }
    expect(await get('/api/v1/models/nothing')).toMatchObject(refused(404, 'not-found'))
    expect(await get('/api/v1/predictions/nothing')).toMatchObject(refused(404, 'not-found'))
    expect(await generate(server.url, 'nothing', {})).toMatchObject(refused(404, 'not-found'))
    const cancel = await postJson(`${server.url}/api/v1/predictions/nothing/cancel`, {})
    expect(cancel).toMatchObject(refused(404, 'not-found'))
  })

  test('422 with an issue for every field that is wrong', async ({ server }) => {
    const values = { images: [], size: '9*9', seed: 10_001, colour: 'red' }
    const answer = await generate<RefusalBody>(server.url, 'flux-2-klein-9b-edit', values)
    expect(answer).toMatchObject(refused(422, 'invalid-input'))
    const paths = answer.body.issues!.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['prompt', 'images', 'size', 'seed']))
    expect(answer.body.error).toContain('colour')
    for (const issue of answer.body.issues!) expect(Object.keys(issue).sort()).toEqual(['message', 'path'])
  })

  test('422 for predictions without ids', async ({ server }) => {
    const response = await fetch(`${server.url}/api/v1/predictions`)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'invalid-input', issues: [{ path: 'ids' }] })
  })

  test('400 for a body that is no JSON object', async ({ server }) => {
    expect(await generate(server.url, 'flux-dev', '{"prompt": ')).toMatchObject(refused(400, 'not-json'))
    expect(await generate(server.url, 'flux-dev', '[1]')).toMatchObject(refused(400, 'not-an-object'))
  })

  test('413 for an upload that announces too much, before it is sent', async ({ server }) => {
    const answer = await rawRequest(`${server.url}/api/v1/uploads`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '1000000000' },
      body: '--x\r\n',
    })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.text)).toMatchObject(refused(413, 'too-many-bytes').body)
  })

  test('422 for an upload that is no picture', async ({ server }) => {
    expect(await upload(server.url, Buffer.from('hello'))).toMatchObject(refused(422, 'not-a-picture'))
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    expect(await upload(server.url, svg)).toMatchObject(refused(422, 'svg'))
  })

  const inside = [
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost:22/picture.png',
    'http://10.0.0.1/picture.png',
    'http://[::1]/picture.png',
    'http://0x7f000001/picture.png',
  ]
  for (const address of inside) {
    test(`a picture at ${address} is not fetched`, async ({ server }) => {
      const byUpload = await postJson(`${server.url}/api/v1/uploads`, { url: address })
      expect(byUpload).toMatchObject(refused(422, 'private-address'))
      const byRun = await generate(server.url, 'flux-2-klein-9b-edit', { prompt, images: [address] })
      expect(byRun).toMatchObject(refused(422, 'private-address'))
    })
  }

  test('a picture at our own address is fetched only if it is one of ours', async ({ server }) => {
    const own = [`${server.url}/icon.svg`, `${server.url}/api/v1/models`, `${server.url}/assets/../health`]
    for (const url of own)
      expect(await postJson(`${server.url}/api/v1/uploads`, { url })).toMatchObject(
        refused(422, 'private-address'),
      )
    const unknown = `${server.url}/assets/${'0'.repeat(64)}`
    expect(await postJson(`${server.url}/api/v1/uploads`, { url: unknown })).toMatchObject({ status: 422 })
  })

  test('a file is not a picture address', async ({ server }) => {
    for (const url of ['file:///etc/passwd', 'ftp://example.com/a.png', 'not an address'])
      expect(await postJson(`${server.url}/api/v1/uploads`, { url })).toMatchObject({ status: 422 })
  })

  const paths = ['/', '/api/v1/models', '/library', '/health']
  for (const path of paths) {
    test(`${path} is not told to a foreign Host`, async ({ server }) => {
      const host = `evil.example:${server.port}`
      const answer = await rawRequest(server.url + path, { headers: { host } })
      expect(answer.status).toBe(403)
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'forbidden' })
    })
  }

  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of foreign) {
    test(`a change is not taken with ${JSON.stringify(headers)}`, async ({ server }) => {
      const changes = [
        '/api/v1/uploads',
        '/api/v1/models/flux-dev/generate',
        '/api/v1/predictions/x/cancel',
        '/',
      ]
      for (const path of changes) {
        const options = { method: 'POST', headers: { 'content-type': 'text/plain', ...headers }, body: '{}' }
        const answer = await rawRequest(server.url + path, options)
        expect(answer.status, path).toBe(403)
      }
    })
  }
})
