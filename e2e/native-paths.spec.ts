import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, test } from './test'

/** Lines from the providers' own pages, with only host, key and picture changed. */
test('WaveSpeed’s curl lines work, envelope and all', async ({ server, request }) => {
  const upload = await request.post('/api/v1/uploads', { multipart: { file: sample() } })
  const { url } = (await upload.json()) as { url: string }
  const submitted = curl(
    '--location',
    '--request',
    'POST',
    `${server.url}/api/v3/wavespeed-ai/flux-2-klein-base-9b/edit`,
    '--header',
    'Content-Type: application/json',
    '--header',
    'Authorization: Bearer any',
    '--data-raw',
    JSON.stringify({
      prompt: 'Make it black and white',
      images: [url],
      seed: -1,
      enable_sync_mode: false,
      enable_base64_output: false,
    }),
  )
  const { code, message, data } = JSON.parse(submitted.toString())
  expect({ code, message }).toEqual({ code: 200, message: 'success' })
  expect(data).toMatchObject({ outputs: [], error: '', urls: { get: expect.stringContaining('/result') } })
  expect(['created', 'processing']).toContain(data.status)

  await expect(async () => {
    const result = JSON.parse(curl('--location', '--request', 'GET', data.urls.get).toString())
    expect(result.data.status).toBe('completed')
    expect(result.data.timings.inference).toBeGreaterThan(0)
    const picture = await request.get(result.data.outputs[0])
    expect(picture.headers()['content-type']).toBe('image/png')
  }).toPass()
})

test('WaveSpeed’s refusals have its shape', async ({ request }) => {
  const answer = await request.post('/api/v3/wavespeed-ai/flux-2-klein-base-9b/edit', {
    data: { prompt: 'x' },
  })
  expect(answer.status()).toBe(422)
  expect(await answer.json()).toEqual({ code: 422, message: expect.stringContaining('Images') })
  expect((await request.post('/api/v3/somebody/else', { data: {} })).status()).toBe(404)
  expect((await request.get('/api/v3/predictions/unknown/result')).status()).toBe(404)
})

test('ByteCompute’s line answers with the PNG itself', async ({ server }) => {
  const png = curl(
    '-X',
    'POST',
    `${server.url}/v1/generate`,
    '-H',
    'Authorization: Bearer YOUR_API_KEY',
    '-F',
    'prompt=Make it black and white',
    '-F',
    'aspect_ratio=square',
    '-F',
    'images=@public/samples/animal-cat.jpg',
  )
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024])
})

test('ByteCompute’s refusals have its shape', async ({ request }) => {
  const answer = await request.post('/v1/generate', { multipart: { aspect_ratio: 'square' } })
  expect(answer.status()).toBe(422)
  expect(await answer.json()).toEqual({ detail: expect.stringContaining('Instruction') })
})

function sample() {
  return {
    name: 'cat.jpg',
    mimeType: 'image/jpeg',
    buffer: fs.readFileSync('public/samples/animal-cat.jpg'),
  }
}

function curl(...parameters: string[]): Buffer {
  return execFileSync('curl', ['--silent', '--show-error', '--max-time', '30', ...parameters])
}
