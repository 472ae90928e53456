import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { RunningSandbox } from './sandbox-server'
import { key, picture, pictureUrl, sandboxForTest } from './sandbox-for-tests'

function post(sandbox: RunningSandbox, fields: [string, string | Buffer][], headers = {}) {
  const form = new FormData()
  for (const [name, value] of fields)
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new Blob([new Uint8Array(value)], { type: 'image/png' }), 'picture.png')
  const url = `${sandbox.baseUrl('bytecompute')}/v1/generate`
  return fetch(url, { method: 'POST', headers: { ...key, ...headers }, body: form })
}

test('text alone gives PNG bytes at the default ratio', async () => {
  const sandbox = await sandboxForTest()
  const response = await post(sandbox, [['prompt', 'a lake']])
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({
    format: 'png',
    width: 1344,
    height: 768,
  })
})

test('repeated files go to the engine in order and win over image_uris', async () => {
  const sandbox = await sandboxForTest()
  const [first, second] = [await picture(10, 10), await picture(20, 10)]
  const response = await post(sandbox, [
    ['prompt', 'blur'],
    ['model', 'flux2-klein-4b'],
    ['aspect_ratio', 'square'],
    ['images', first],
    ['images', second],
    ['image_uris', '["http://127.0.0.1:1/unused.png"]'],
  ])
  expect(response.status).toBe(200)
  expect(sandbox.requests[0]!.images).toEqual([first, second])
  expect(sandbox.requests[0]!.size).toEqual({ width: 1024, height: 1024 })
  expect(sandbox.submits[0]!.body).toMatchObject({
    images: [`<image/png, ${first.length} bytes>`, `<image/png, ${second.length} bytes>`],
  })
})

test('image_uris takes URLs and data URIs as JSON text', async () => {
  const sandbox = await sandboxForTest()
  const bytes = await picture()
  const list = [await pictureUrl(sandbox, bytes), `data:image/png;base64,${bytes.toString('base64')}`]
  const response = await post(sandbox, [
    ['prompt', 'blur'],
    ['image_uris', JSON.stringify(list)],
  ])
  expect(response.status).toBe(200)
  expect(sandbox.requests[0]!.images).toEqual([bytes, bytes])
})

test.each<[string, [string, string][], string[]]>([
  ['no prompt', [], ['body', 'prompt']],
  [
    'an unknown ratio',
    [
      ['prompt', 'x'],
      ['aspect_ratio', '2:1'],
    ],
    ['body', 'aspect_ratio'],
  ],
  [
    'a link where files belong',
    [
      ['prompt', 'x'],
      ['images', 'https://example.com/a.png'],
    ],
    ['body', 'images'],
  ],
  [
    'image_uris that is no list',
    [
      ['prompt', 'x'],
      ['image_uris', 'https://a'],
    ],
    ['body', 'image_uris'],
  ],
])('%s answers 422 with a list of details', async (_, fields, loc) => {
  const sandbox = await sandboxForTest()
  const response = await post(sandbox, fields)
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({ detail: [{ loc, msg: expect.any(String), type: 'value_error' }] })
  expect(sandbox.submits).toEqual([])
})

test('JSON in place of multipart, a fifth picture, a wrong key, a file that is no picture, nonsense', async () => {
  const sandbox = await sandboxForTest()
  const bytes = await picture()
  const prompt: [string, string] = ['prompt', 'blur']
  const url = `${sandbox.baseUrl('bytecompute')}/v1/generate`
  const plain = await fetch(url, { method: 'POST', headers: key, body: '{"prompt":"x"}' })
  expect(plain.status).toBe(422)
  const five = Array.from({ length: 5 }, (): [string, Buffer] => ['images', bytes])
  expect((await post(sandbox, [prompt, ...five])).status).toBe(422)
  const wrongKey = await post(sandbox, [prompt], { authorization: 'Bearer x' })
  expect([wrongKey.status, await wrongKey.json()]).toEqual([401, { detail: expect.any(String) }])
  const unreadable = await post(sandbox, [prompt, ['images', Buffer.from('text')]])
  expect([unreadable.status, await unreadable.json()]).toEqual([
    422,
    { detail: expect.stringContaining('read') },
  ])
  const nonsense = await post(sandbox, [['prompt', 'nonsense']])
  expect([nonsense.status, await nonsense.json()]).toEqual([422, { detail: 'I can do: blur, sepia.' }])
})
