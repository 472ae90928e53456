import sharp from 'sharp'
import { expect, test } from 'vitest'
import { key, picture, pictureUrl, pollUntil, postJson, sandboxForTest } from './sandbox-for-tests'

const path = '/wavespeed/api/v3/wavespeed-ai/flux-2-klein-base-9b/edit'

interface Envelope {
  code: number
  data: { id: string; status: string; outputs: string[]; urls: { get: string } }
}

const isDone = ({ data }: Envelope) => data.status !== 'created' && data.status !== 'processing'

test('upload, submit, poll under both spellings, download without a key', async () => {
  const sandbox = await sandboxForTest()
  const form = new FormData()
  const sent = await picture()
  form.set('file', new Blob([new Uint8Array(sent)]), 'red.png')
  const uploadUrl = `${sandbox.baseUrl('wavespeed')}/api/v3/media/upload/binary`
  const uploaded = (await (await fetch(uploadUrl, { method: 'POST', headers: key, body: form })).json()) as {
    data: { download_url: string }
  }
  expect(uploaded).toEqual({
    code: 200,
    message: 'success',
    data: {
      type: 'image',
      download_url: expect.stringContaining('/wavespeed/uploads/'),
      filename: 'red.png',
      size: sent.length,
    },
  })
  const kept = await fetch(uploaded.data.download_url)
  expect(Buffer.from(await kept.arrayBuffer())).toEqual(sent)

  const response = await postJson(sandbox.origin + path, {
    images: [uploaded.data.download_url],
    prompt: 'blur',
    size: '512*256',
    seed: -1,
    unknown_field: true,
  })
  const submitted = (await response.json()) as Envelope
  const { id } = submitted.data
  expect(submitted).toEqual({
    code: 200,
    message: 'success',
    data: {
      id,
      model: 'wavespeed-ai/flux-2-klein-base-9b/edit',
      outputs: [],
      urls: { get: `${sandbox.origin}/wavespeed/api/v3/predictions/${id}/result` },
      status: 'created',
      created_at: expect.any(String),
      error: '',
      timings: { inference: 0 },
      has_nsfw_contents: [],
    },
  })
  const done = await pollUntil<Envelope>(submitted.data.urls.get, isDone)
  expect(done).toMatchObject({
    code: 200,
    data: {
      status: 'completed',
      error: '',
      has_nsfw_contents: [false],
      timings: { inference: expect.any(Number) },
    },
  })
  expect(done.data).not.toHaveProperty('code')
  expect(await pollUntil<Envelope>(submitted.data.urls.get.replace('/result', ''), isDone)).toEqual(done)
  const output = await fetch(done.data.outputs[0]!)
  expect(await sharp(await output.arrayBuffer()).metadata()).toMatchObject({ width: 512, height: 256 })
})

test('sync mode with a data URI in and raw base64 out', async () => {
  const sandbox = await sandboxForTest()
  const image = `data:image/png;base64,${(await picture(300, 200)).toString('base64')}`
  const response = await postJson(sandbox.origin + path, {
    images: [image],
    prompt: 'blur',
    enable_sync_mode: true,
    enable_base64_output: true,
  })
  const { data } = (await response.json()) as Envelope
  expect(data.status).toBe('completed')
  const bytes = Buffer.from(data.outputs[0]!, 'base64')
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 300, height: 200 })
})

test('failures are told under HTTP 200 with their task code', async () => {
  const sandbox = await sandboxForTest()
  const submit = async (body: object) =>
    (await postJson(sandbox.origin + path, { prompt: 'blur', enable_sync_mode: true, ...body })).json()
  expect(await submit({ images: ['http://127.0.0.1:1/x.png'] })).toMatchObject({
    code: 200,
    data: { status: 'failed', code: 1402, outputs: [], error: expect.stringContaining('Failed to download') },
  })
  expect(await submit({ images: [await pictureUrl(sandbox)], prompt: 'nonsense' })).toMatchObject({
    code: 200,
    data: { status: 'failed', code: 1401, error: 'I can do: blur, sepia.' },
  })
})

test('a missing picture and a wrong key are refused in the envelope', async () => {
  const sandbox = await sandboxForTest()
  const invalid = await postJson(sandbox.origin + path, { prompt: 'blur', images: [] })
  expect(invalid.status).toBe(400)
  expect(await invalid.json()).toEqual({ code: 400, message: expect.stringContaining('missing') })
  const refused = await postJson(sandbox.origin + path, {}, { authorization: 'Bearer x' })
  expect(refused.status).toBe(401)
  expect(await refused.json()).toEqual({ code: 401, message: expect.any(String) })
  expect(sandbox.submits).toEqual([])
})

test('an upload that is no picture is refused', async () => {
  const sandbox = await sandboxForTest()
  const form = new FormData()
  form.set('file', new Blob(['text']), 'a.png')
  const url = `${sandbox.baseUrl('wavespeed')}/api/v3/media/upload/binary`
  const response = await fetch(url, { method: 'POST', headers: key, body: form })
  expect(response.status).toBe(400)
})
