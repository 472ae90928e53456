import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assetLibraryForTests } from './asset-library-for-tests'
import { quartersPicture } from './quarters-picture'
import { receivePictures, receiveUpload } from './receive-upload'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-upload-'))
})
// Whatever happened, nothing may be left behind.
afterEach(async () => {
  expect(await readdir(folder)).toEqual([])
  await rm(folder, { recursive: true })
})

const boundary = 'XXboundaryXX'
const partHead = (field: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="a.png"\r\n\r\n`

function post(body: BodyInit | null, init: RequestInit = {}): Request {
  return new Request('http://host/upload', { method: 'POST', body, duplex: 'half', ...init } as RequestInit)
}

/** A multipart request whose body comes part by part, so that a test sees how far it was read. */
function streamed(parts: Iterable<string | Uint8Array | Error>, init: RequestInit = {}) {
  const seen = { bytes: 0, canceled: false }
  const iterator = parts[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { value, done } = iterator.next()
        if (done) return controller.close()
        if (value instanceof Error) return controller.error(value)
        const bytes = Buffer.from(value)
        seen.bytes += bytes.length
        controller.enqueue(bytes)
      },
      cancel() {
        seen.canceled = true
      },
    },
    { highWaterMark: 0 },
  )
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  return { request: post(body, { headers, ...init }), seen }
}

function form(entries: [field: string, value: Buffer | string][]): FormData {
  const data = new FormData()
  for (const [field, value] of entries) {
    if (typeof value === 'string') data.append(field, value)
    else data.append(field, new Blob([new Uint8Array(value)]), 'picture.bin')
  }
  return data
}

describe('an upload', () => {
  it('becomes an asset', async () => {
    const { library } = assetLibraryForTests()
    const picture = await quartersPicture().png().toBuffer()
    const asset = await receiveUpload(
      post(
        form([
          ['note', 'hello'],
          ['file', picture],
        ]),
      ),
      { folder, library },
    )
    expect(asset).toMatchObject({ type: 'image/png', width: 96, height: 64 })
    expect(await library.get(asset.id)).toEqual(asset)
  })

  it('is read no further than its limit', async () => {
    const { library } = assetLibraryForTests()
    function* endless() {
      yield partHead('file')
      for (;;) yield new Uint8Array(65_536)
    }
    const { request, seen } = streamed(endless())
    await expect(receiveUpload(request, { folder, library, fileBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'too-many-bytes',
      message: 'The picture is larger than 1 MB; the limit is 1 MB: make it smaller and try again.',
    })
    // Some of it was already on its way through the buffers.
    expect(seen.bytes).toBeLessThan(2_000_000)
    expect(seen.canceled).toBe(true)
  })

  it('is taken up to its limit to the byte', async () => {
    const { library } = assetLibraryForTests()
    const picture = await quartersPicture().png().toBuffer()
    const upload = (fileBytes: number) =>
      receiveUpload(post(form([['file', picture]])), { folder, library, fileBytes })
    expect(await upload(picture.length)).toMatchObject({ width: 96 })
    await expect(upload(picture.length - 1)).rejects.toMatchObject({ code: 'too-many-bytes' })
  })

  it('is not read at all if it announces too much', async () => {
    const { library } = assetLibraryForTests()
    const headers = {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': '90000000',
    }
    const { request, seen } = streamed([partHead('file')], { headers })
    await expect(receiveUpload(request, { folder, library })).rejects.toMatchObject({
      code: 'too-many-bytes',
      message: expect.stringContaining('is 90 MB; the limit is 50 MB'),
    })
    expect(seen.bytes).toBe(0)
  })

  it.each([
    ['the connection breaks', [partHead('file'), new Uint8Array(100_000), new Error('reset')]],
    ['the last boundary is missing', [partHead('file'), new Uint8Array(100_000)]],
    ['it ends in a part’s head', [partHead('file').slice(0, 30)]],
  ])('is refused when %s', async (_name, parts) => {
    const { library } = assetLibraryForTests()
    await expect(receiveUpload(streamed(parts).request, { folder, library })).rejects.toMatchObject({
      code: 'bad-upload',
      message: 'The upload broke off before it was complete. Try again.',
    })
  })

  it('ends when the person cancels it', async () => {
    const { library } = assetLibraryForTests()
    const cancel = new AbortController()
    function* parts() {
      yield partHead('file')
      for (let n = 0; ; n++) {
        if (n === 20) cancel.abort()
        yield new Uint8Array(65_536)
      }
    }
    const { request } = streamed(parts(), { signal: cancel.signal })
    await expect(receiveUpload(request, { folder, library })).rejects.toMatchObject({ code: 'bad-upload' })
  })

  it.each([
    ['JSON', post('{}', { headers: { 'content-type': 'application/json' } }), 'not multipart/form-data'],
    [
      'no boundary',
      post('x', { headers: { 'content-type': 'multipart/form-data; x=1' } }),
      'not multipart/form-data',
    ],
    ['another field', post(form([['picture', Buffer.from('x')]])), 'Put it into the field "file"'],
    ['text as the file', post(form([['file', 'x']])), 'Put it into the field "file"'],
    [
      'two files',
      post(
        form([
          ['file', Buffer.from('x')],
          ['file', Buffer.from('x')],
        ]),
      ),
      'At most 1 file can',
    ],
  ])('is refused with %s', async (_name, request, words) => {
    const { library } = assetLibraryForTests()
    await expect(receiveUpload(request, { folder, library })).rejects.toMatchObject({
      code: 'bad-upload',
      message: expect.stringContaining(words),
    })
  })

  it('that is not a picture is refused', async () => {
    const { library } = assetLibraryForTests()
    const request = post(form([['file', Buffer.from('%PDF-1.7')]]))
    await expect(receiveUpload(request, { folder, library })).rejects.toMatchObject({ code: 'not-a-picture' })
  })
})

describe('a form with pictures', () => {
  it('gives its fields and, in order, its pictures', async () => {
    const { library } = assetLibraryForTests()
    const png = await quartersPicture().png().toBuffer()
    const jpeg = await quartersPicture(40, 30).jpeg().toBuffer()
    const long = `data:image/png;base64,${'A'.repeat(3_000_000)}`
    const body = form([
      ['prompt', 'a'],
      ['images', png],
      ['tag', '1'],
      ['images', jpeg],
      ['tag', '2'],
      ['uri', long],
    ])
    const { fields, pictures } = await receivePictures(post(body), { folder, library, files: 2 })
    expect(Object.fromEntries(fields)).toEqual({ prompt: ['a'], tag: ['1', '2'], uri: [long] })
    expect(pictures.map(({ field, asset }) => [field, asset.type, asset.width])).toEqual([
      ['images', 'image/png', 96],
      ['images', 'image/jpeg', 40],
    ])
  })
})
