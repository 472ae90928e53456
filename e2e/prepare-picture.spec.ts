import sharp from 'sharp'
import type { Asset } from '@/lib/assets/asset'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'
import { postJson, upload, type RefusalBody } from './api-client'
import { expect, test } from './test'

type Prepared = Asset & { url: string }
interface PictureAnswer {
  asset: Prepared
  source?: Prepared
  edits?: PictureEdits
}

const prepare = <T = Prepared>(url: string, id: string, body: unknown) =>
  postJson<T>(`${url}/api/v1/pictures/${id}/prepare`, body)

async function about(url: string, id: string): Promise<PictureAnswer> {
  return (await (await fetch(`${url}/api/v1/pictures/${id}`)).json()) as PictureAnswer
}

/** Every pixel tells its place. */
function coordinates(width: number, height: number): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set([x, y, 0], (y * width + x) * 3)
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

test('a prepared picture is a picture of its own, and says what it was made of', async ({ server }) => {
  const { body: source } = await upload(server.url, await coordinates(120, 80))
  const edits = { turns: 1, crop: { left: 10, top: 20, width: 30, height: 40 } }
  const { status, body: prepared } = await prepare(server.url, source.id, { edits })
  expect(status).toBe(201)
  expect(prepared).toMatchObject({ type: 'image/png', width: 30, height: 40 })
  const pixels = await sharp(Buffer.from(await (await fetch(prepared.url)).arrayBuffer()))
    .raw()
    .toBuffer()
  // Turned clockwise, the frame's (10, 20) is the picture's (20, 80 - 1 - 10).
  expect([...pixels.subarray(0, 3)]).toEqual([20, 69, 0])

  const again = await prepare(server.url, source.id, { edits })
  expect(again.body.id).toBe(prepared.id)
  expect(await about(server.url, prepared.id)).toMatchObject({
    asset: { id: prepared.id },
    source: { id: source.id, width: 120 },
    edits: { ...edits, mirrored: false, angle: 0 },
  })
  expect(await about(server.url, source.id)).toEqual({ asset: source })
  expect((await prepare(server.url, source.id, { edits: {} })).body.id).toBe(source.id)
})

test('what it is made of is still known after a restart', async ({ diptych }) => {
  const own = await diptych()
  const { body: source } = await upload(own.url)
  const { body: prepared } = await prepare(own.url, source.id, { edits: { mirrored: true } })
  await own.stop()
  await own.start()
  expect(await about(own.url, prepared.id)).toMatchObject({
    source: { id: source.id },
    edits: { mirrored: true },
  })
})

test('a mask follows its picture', async ({ server }) => {
  const white = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer()
  const { body: mask } = await upload(server.url, white)
  const extend = { left: 10, fill: 'mirror' }
  const edits = { angle: 5, resize: { width: 50, height: 30 }, extend }
  const { body: kept } = await prepare(server.url, mask.id, { edits, use: 'mask' })
  expect(kept).toMatchObject({ width: 60, height: 30 })
  const pixels = await sharp(Buffer.from(await (await fetch(kept.url)).arrayBuffer()))
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  expect([pixels[9], pixels[10], pixels[59]]).toEqual([0, 255, 255])
  const { body: added } = await prepare(server.url, mask.id, { edits, use: 'mask', added: 'regenerated' })
  expect(added.id).not.toBe(kept.id)
})

test('what can’t be done is said in a sentence', async ({ server }) => {
  const { body: source } = await upload(server.url, await coordinates(120, 80))
  const refused: [unknown, number, RegExp][] = [
    [
      { edits: { crop: { left: 100, top: 0, width: 30, height: 10 } } },
      422,
      /^The crop reaches out of the picture/,
    ],
    [{ edits: { resize: { width: 20_000, height: 20_000 } } }, 422, /at most 80 megapixels are taken/],
    [{ edits: { turns: 5 } }, 422, /^Give 0, 1, 2 or 3 quarter turns clockwise\.$/],
    [{ edits: { angle: 90 } }, 422, /^Straighten by −45° to 45°/],
    [{ edits: { extend: { left: -4 } } }, 422, /^Give 0 or more pixels/],
    ['not JSON', 400, /not JSON/],
  ]
  for (const [body, status, sentence] of refused) {
    const answer = await prepare<RefusalBody>(server.url, source.id, body)
    expect(answer.status).toBe(status)
    expect(answer.body.error).toMatch(sentence)
  }
  const unknown = await prepare<RefusalBody>(server.url, 'f'.repeat(64), { edits: { turns: 1 } })
  expect(unknown).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect((await fetch(`${server.url}/api/v1/pictures/abc`)).status).toBe(404)
})

test('a caller who leaves is not waited for, and costs the server nothing it logs', async ({ server }) => {
  const noise = await sharp(await coordinates(200, 200))
    .resize(5000, 4000)
    .png()
    .toBuffer()
  const { body: source } = await upload(server.url, noise)
  const gone = new AbortController()
  const leaving = fetch(`${server.url}/api/v1/pictures/${source.id}/prepare`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ edits: { angle: 10 } }),
    signal: gone.signal,
  })
  setTimeout(() => gone.abort(), 300)
  await expect(leaving).rejects.toThrow()
  // The next one is served; the fixture fails the test if the server logged anything.
  expect(
    (await prepare(server.url, source.id, { edits: { crop: { left: 0, top: 0, width: 9, height: 9 } } }))
      .status,
  ).toBe(201)
})

test('a foreign page may not prepare pictures', async ({ server }) => {
  const { body: source } = await upload(server.url, await coordinates(20, 20))
  const response = await postJson(
    `${server.url}/api/v1/pictures/${source.id}/prepare`,
    { edits: { turns: 1 } },
    { origin: 'https://evil.example' },
  )
  expect(response.status).toBe(403)
})
