import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { DELETE as removeCollection, PUT as renameCollection } from '@/app/api/v1/collections/[id]/route'
import { GET as readPlaces, POST as addCollection } from '@/app/api/v1/collections/route'
import { POST as change } from '@/app/api/v1/runs/changes/route'
import { POST as zip } from '@/app/api/v1/runs/pictures.zip/route'
import { GET as list } from '@/app/api/v1/runs/route'
import { DELETE as empty } from '@/app/api/v1/trash/route'
import type { Diptych } from '@/lib/compose'
import { serverForRoutes } from '@/lib/testing/server-for-routes'
import type { Collection, LibraryPage } from '@/lib/library/library-item'
import type { Prediction } from '@/lib/predictions/prediction'
import { aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { readZip } from '@/lib/testing/read-zip'

let server: Diptych
beforeAll(async () => {
  const started = await serverForRoutes()
  server = started.server
  return started.stop
})

type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

async function call<P = Record<string, never>>(
  route: Route<P>,
  { query = '', id, ...init }: RequestInit & { query?: string; id?: string } = {},
): Promise<{ status: number; body: unknown }> {
  const request = new Request(`http://127.0.0.1:3000/api/v1/x?${query}`, init)
  request.headers.set('host', '127.0.0.1:3000')
  const response = await route(request, { params: Promise.resolve({ id }) as Promise<P> })
  return { status: response.status, body: response.status === 204 ? undefined : await response.json() }
}
const json = (method: string, body: unknown) => ({ method, body: JSON.stringify(body) })

async function aPicture(shade: number) {
  const create = { width: 40, height: 30, channels: 3 as const, background: { r: shade, g: 9, b: 9 } }
  return server.library.addOutput(new Uint8Array(await sharp({ create }).png().toBuffer()))
}
async function storedRun(createdAt: number, facts: Partial<Prediction> = {}, images: string[] = []) {
  const run = aRun({ createdAt, input: { prompt: `Run ${createdAt}`, images } })
  await server.store.createRun(run, [aPrediction({ runId: run.id, mode: 'sandbox', createdAt, ...facts })])
  return run.id
}
const succeededWith = async (shade: number) => ({
  status: { ...aState('succeeded'), outputs: [await aPicture(shade)] },
})

it('lists runs by cursor and by position, and tells of newer ones', async () => {
  const ids = await Promise.all([1, 2, 3, 4, 5].map((time) => storedRun(time, { status: aState('failed') })))
  const pages: string[] = []
  for (let query = 'limit=2&q=run'; ;) {
    const { items, nextCursor, total } = (await call(list, { query })).body as LibraryPage
    expect(total).toBe(5)
    pages.push(...items.map(({ id }) => id))
    if (nextCursor === null) break
    query = `limit=2&q=run&cursor=${nextCursor}`
  }
  expect(pages).toEqual(ids.toReversed())
  expect((await call(list, { query: 'limit=2&offset=3&asOf=4' })).body).toMatchObject({
    items: [{ id: ids[0] }],
    nextCursor: null,
    total: 4,
    newer: 1,
    asOf: 4,
  })
  expect((await call(list, { query: 'only=ids&sort=oldest' })).body).toEqual({ ids })
})

it.each([
  ['limit=0', 'At least one run'],
  ['limit=many', 'limit must be a number'],
  ['cursor=x', 'nextCursor'],
  ['offset=-1', ''],
  ['only=names', 'only can be "ids"'],
])('refuses %s with 422 and a sentence', async (query, sentence) => {
  const { status, body } = await call(list, { query })
  expect(status).toBe(422)
  expect((body as { error: string }).error).toContain(sentence)
})

it('stars and collects, and follows what changes', async () => {
  const id = await storedRun(100, await succeededWith(1))
  expect((await call(change, json('POST', { ids: [id], star: true }))).body).toEqual({ changed: 1 })
  expect((await call(list, { query: 'star=yes' })).body).toMatchObject({ items: [{ id, starred: true }] })

  const made = (await call(addCollection, json('POST', { name: 'Best' }))).body as Collection
  expect((await call(addCollection, json('POST', { name: ' best ' }))).status).toBe(409)
  expect((await call(addCollection, json('POST', { name: ' ' }))).status).toBe(422)
  const other = (await call(addCollection, json('POST', { name: 'Other' }))).body as Collection
  await call(change, json('POST', { ids: [id], addTo: made.id }))
  await call(change, json('POST', { ids: [id], addTo: other.id, takeFrom: made.id }))
  expect((await call(readPlaces)).body).toMatchObject({
    collections: [
      { name: 'Best', runs: 0 },
      { name: 'Other', runs: 1 },
    ],
    trashed: 0,
  })
  expect((await call(change, json('POST', { ids: [id], addTo: 'gone' }))).status).toBe(404)
  expect((await call(change, json('POST', { ids: [] }))).status).toBe(422)
  expect((await call(renameCollection, { id: made.id, ...json('PUT', { name: 'Other' }) })).status).toBe(409)
  expect((await call(renameCollection, { id: made.id, ...json('PUT', { name: 'BEST' }) })).status).toBe(200)
  expect((await call(removeCollection, { id: made.id, method: 'DELETE' })).status).toBe(204)
  expect((await call(removeCollection, { id: made.id, method: 'DELETE' })).status).toBe(404)

  const [prediction] = (await server.store.getRun(id))!.predictions
  await server.store.mark(prediction!.id, undefined, Date.now())
  await expect.poll(async () => ((await call(list, { query: 'star=yes' })).body as LibraryPage).total).toBe(0)
})

it('empties the trash of what has ended, files and all, and says what stays', async () => {
  const shared = await aPicture(50)
  const own = await aPicture(51)
  await server.library.readVariant(own.id, 160)
  const gone = await storedRun(200, await succeededWith(52), [shared.id, own.id])
  const busy = await storedRun(201, { status: aState('running', Date.now()) }, [shared.id])
  const stays = await storedRun(202, { status: aState('failed') }, [shared.id])
  await call(change, json('POST', { ids: [gone, busy], trash: true }))
  expect((await call(readPlaces)).body).toMatchObject({ trashed: 2 })
  expect((await call(empty, json('DELETE', { ids: [gone, busy, stays] }))).body).toEqual({
    removed: 1,
    pictures: 2,
    unfinished: 1,
  })
  expect(await server.library.read(own.id)).toBeUndefined()
  expect(await server.library.readVariant(own.id, 160)).toBeUndefined()
  expect(await server.library.get(own.id)).toBeUndefined()
  expect(await server.library.read(shared.id)).toBeDefined()
  expect((await call(list, { query: 'trash=yes' })).body).toMatchObject({ items: [{ id: busy }] })
  expect((await call(change, json('POST', { ids: [busy], trash: false }))).body).toEqual({ changed: 1 })
})

it('makes one archive of several runs, for a form as for JSON, and says what is gone', async () => {
  const [one, two] = [
    await storedRun(300, await succeededWith(60)),
    await storedRun(300, await succeededWith(61)),
  ]
  const form = new FormData()
  form.set('ids', [one, 'gone', two].join(','))
  for (const body of [form, JSON.stringify({ ids: [one, 'gone', two] })]) {
    const request = new Request('http://127.0.0.1:3000/x', { method: 'POST', body })
    request.headers.set('host', '127.0.0.1:3000')
    const response = await zip(request, { params: Promise.resolve({}) })
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="diptych-.*-3-runs\.zip"$/,
    )
    const files = readZip(Buffer.from(await response.arrayBuffer()))
    const { runs } = JSON.parse(files.get('manifest.json')!.toString()) as {
      runs: { folder: string | null }[]
    }
    expect(runs).toMatchObject([
      { id: one },
      { id: 'gone', folder: null, problem: 'It is no longer there.' },
      { id: two },
    ])
    const folders = runs.flatMap(({ folder: name }) => name ?? [])
    expect(new Set(folders).size).toBe(2)
    for (const name of folders)
      expect([...files.keys()].filter((file) => file.startsWith(`${name}/`))).toHaveLength(2)
  }
})
