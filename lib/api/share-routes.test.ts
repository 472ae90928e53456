import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as downloadRoute } from '@/app/api/v1/predictions/[id]/download/route'
import { POST as revokeRoute } from '@/app/api/v1/shares/[id]/revoke/route'
import { GET as fileRoute } from '@/app/api/v1/shares/file/route'
import { GET as listRoute, POST as createRoute } from '@/app/api/v1/shares/route'
import { GET as oEmbedRoute } from '@/app/oembed/route'
import { GET as drawingRoute } from '@/app/s/[token]/picture.png/route'
import { GET as pictureRoute } from '@/app/s/[token]/pictures/[name]/route'
import { POST as voteRoute } from '@/app/s/[token]/votes/route'
import type { Diptych } from '@/lib/compose'
import { serverForRoutes } from '@/lib/testing/server-for-routes'
import { defaultChoices, type ShareChoices } from '@/lib/sharing/share'
import type { ListedShare } from '@/lib/sharing/share-texts'
import { aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { openShare } from './shares'

type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

const secret = 'A secret instruction'
const blind: ShareChoices = { ...defaultChoices, instruction: false, modelNames: false, voting: true }

let server: Diptych
beforeAll(async () => {
  const started = await serverForRoutes()
  server = started.server
  return started.stop
})

function call<P>(route: Route<P>, params: P, init: RequestInit & { path?: string } = {}): Promise<Response> {
  const { path: address = '/x', ...rest } = init
  const request = new Request(`http://127.0.0.1:3000${address}`, rest)
  request.headers.set('host', '127.0.0.1:3000')
  return route(request, { params: Promise.resolve(params) })
}

/** A picture whose file says how it was made. */
async function aPicture(name: string) {
  const raw = { width: 300, height: 200, channels: 3 as const }
  const noise = createHash('shake256', { outputLength: 300 * 200 * 3 })
    .update(name)
    .digest()
  const file = sharp(noise, { raw }).withExif({ IFD0: { ImageDescription: `${secret} by FLUX` } })
  return server.library.addOutput(await file.png().toBuffer())
}

async function aSharedRun() {
  const input = await aPicture('input')
  const modelIds = ['flux-2-klein-9b-edit', 'flux-2-pro-edit']
  const run = aRun({
    input: { prompt: secret, images: [input.id] },
    choices: modelIds.map((modelId) => ({ modelId, values: {} })),
  })
  const outputs = await Promise.all(modelIds.map(aPicture))
  const predictions = modelIds.map((modelId, position) =>
    aPrediction({
      runId: run.id,
      position,
      modelId,
      mode: 'sandbox',
      values: { prompt: secret, images: [input.id], seed: 7 },
      status: { ...aState('succeeded'), outputs: [outputs[position]!] },
    }),
  )
  await server.store.createRun(run, predictions)
  return { run, predictions, input, outputs }
}

async function share(
  target: object,
  choices: ShareChoices,
  more: object = {},
): Promise<{ id: string; token: string }> {
  const answer = await call(
    createRoute,
    {},
    { method: 'POST', body: JSON.stringify({ target, choices, ...more }) },
  )
  expect(answer.status).toBe(201)
  const { id, url } = (await answer.json()) as { id: string; url: string }
  const token = /^http:\/\/127\.0\.0\.1:3000\/s\/([\w-]{22,})$/.exec(url)?.[1]
  return { id, token: token ?? 'none' }
}

const picture = (token: string, name: string, query = '') =>
  call(pictureRoute, { token, name }, { path: `/s/${token}/pictures/${name}${query}` })

describe('a link', () => {
  it('serves the pictures it shows, without a word of what is hidden in them or around them', async () => {
    const { run, predictions, input, outputs } = await aSharedRun()
    const { token } = await share({ runId: run.id }, blind)
    const ids = [run.id, input.id, ...outputs.map(({ id }) => id), ...predictions.map(({ id }) => id)]
    for (const name of ['before-1', 'after-1', 'after-2'])
      for (const query of ['', '?width=320']) {
        const answer = await picture(token, name, query)
        expect(answer.status).toBe(200)
        expect(answer.headers.get('cache-control')).toBe('private, no-store')
        expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow')
        const bytes = Buffer.from(await answer.arrayBuffer())
        const all = `${JSON.stringify([...answer.headers])} ${bytes.toString('latin1')}`
        for (const hidden of [secret, 'FLUX', 'klein', ...ids]) expect(all).not.toContain(hidden)
      }
    const whole = Buffer.from(await (await picture(token, 'before-1')).arrayBuffer())
    const stored = await server.library.read(input.id)
    const [shown, kept] = await Promise.all([whole, stored].map((file) => sharp(file).raw().toBuffer()))
    expect(shown?.equals(kept!)).toBe(true)
    for (const name of ['before-2', 'after-3', 'after-1-2', input.id])
      expect((await picture(token, name)).status).toBe(404)
  })

  it('leads nowhere once it is revoked or has ended, in the same words as one that never was', async () => {
    const { run } = await aSharedRun()
    const revoked = await share({ runId: run.id }, defaultChoices)
    const ended = await share({ runId: run.id }, defaultChoices, { endsAt: Date.now() + 40 })
    const vote = { method: 'POST', body: '{}' }
    const answersOf = (token: string) =>
      Promise.all([
        picture(token, 'after-1'),
        call(drawingRoute, { token }),
        call(voteRoute, { token }, vote),
        call(
          oEmbedRoute,
          {},
          { path: `/oembed?url=${encodeURIComponent(`http://127.0.0.1:3000/s/${token}`)}` },
        ),
      ])
    expect((await picture(revoked.token, 'after-1')).status).toBe(200)
    expect((await call(revokeRoute, { id: revoked.id }, { method: 'POST' })).status).toBe(200)
    await expect.poll(() => openShare(server, ended.token)).toBeUndefined()
    const trashed = await share({ runId: (await aSharedRun()).run.id }, defaultChoices)
    const inTrash = (await openShare(server, trashed.token))?.share.runId ?? ''
    await server.runLibrary.setTrashed([inTrash], Date.now())
    const told = new Set<string>()
    for (const token of [revoked.token, ended.token, trashed.token, 'never-was'])
      for (const answer of await answersOf(token)) {
        expect(answer.status).toBe(404)
        told.add(await answer.text())
      }
    expect([...told]).toEqual([expect.stringContaining('doesn’t lead anywhere')])
    await server.runLibrary.setTrashed([inTrash], null)
    expect((await picture(trashed.token, 'after-1')).status).toBe(200)
  })

  it('draws its picture for other sites, and tells them how to embed it', async () => {
    const { run } = await aSharedRun()
    const { token } = await share({ runId: run.id }, defaultChoices)
    const drawing = await call(drawingRoute, { token })
    const bytes = Buffer.from(await drawing.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    const url = encodeURIComponent(`http://127.0.0.1:3000/s/${token}`)
    const answer = await call(oEmbedRoute, {}, { path: `/oembed?url=${url}&maxwidth=500` })
    expect(await answer.json()).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: secret,
      width: 500,
      html: expect.stringContaining(`src="http://127.0.0.1:3000/embed/${token}"`),
      thumbnail_url: `http://127.0.0.1:3000/s/${token}/picture.png`,
      thumbnail_width: 1200,
    })
    expect((await call(oEmbedRoute, {}, { path: `/oembed?url=${url}&format=xml` })).status).toBe(501)
    expect((await call(oEmbedRoute, {}, { path: '/oembed' })).status).toBe(422)
  })

  it('takes one vote of each visitor on each question about a pair, and lists how many', async () => {
    const { run, predictions } = await aSharedRun()
    const { id, token } = await share({ runId: run.id }, blind)
    const vote = (cast: object, cookie?: string) =>
      call(
        voteRoute,
        { token },
        {
          method: 'POST',
          body: JSON.stringify({ question: 'instruction', first: 2, second: 1, outcome: 'first', ...cast }),
          ...(cookie && { headers: { cookie } }),
        },
      )
    const first = await vote({})
    expect(first.status).toBe(204)
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(new RegExp(`^visitor=[\\w-]{22}; Path=/s/${token}; .*HttpOnly; SameSite=Lax$`))
    const own = cookie.split(';')[0]
    const again = await vote({ outcome: 'tie' }, own)
    expect([again.status, again.headers.get('set-cookie')]).toEqual([204, null])
    const [stored, ...others] = await server.shares.votesOf(id)
    expect(others).toEqual([])
    expect(stored).toMatchObject({ outcome: 'tie', question: 'instruction' })
    expect([stored?.first, stored?.second].sort()).toEqual(predictions.map((one) => one.id).sort())
    expect((await vote({ first: 1, second: 1 }, own)).status).toBe(422)
    expect((await vote({ first: 1, second: 9 }, own)).status).toBe(422)
    // Who leaves the cookie out is somebody else, but not for ever.
    const more = await Promise.all(Array.from({ length: 6 }, () => vote({})))
    expect(more.map(({ status }) => status).sort()).toEqual([204, 204, 204, 204, 429, 429])
    const { shares } = (await (await call(listRoute, {})).json()) as { shares: ListedShare[] }
    expect(shares.find((one) => one.id === id)).toMatchObject({
      votes: 5,
      visitors: 5,
      state: 'open',
      title: secret,
    })
    expect(await server.votes.votesOf('owner')).toEqual([])
  })

  it('is not made for what is not there, for a day that is over, or with names and votes at once', async () => {
    const { run } = await aSharedRun()
    const make = (body: object) => call(createRoute, {}, { method: 'POST', body: JSON.stringify(body) })
    expect((await make({ target: { runId: 'unknown' }, choices: defaultChoices })).status).toBe(404)
    expect((await make({ target: { predictionId: 'unknown' }, choices: defaultChoices })).status).toBe(404)
    expect((await make({ target: { runId: run.id }, choices: defaultChoices, endsAt: 1 })).status).toBe(422)
    const both = { ...defaultChoices, voting: true }
    expect((await make({ target: { runId: run.id }, choices: both })).status).toBe(422)
    expect((await call(revokeRoute, { id: 'unknown' }, { method: 'POST' })).status).toBe(404)
  })
})

describe('a file', () => {
  it('of a run asks for nothing, and holds no more than it was to show', async () => {
    const { run, predictions, outputs } = await aSharedRun()
    const answer = await call(
      fileRoute,
      {},
      { path: `/api/v1/shares/file?runId=${run.id}&show=inputPicture` },
    )
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="diptych.html"')
    const file = await answer.text()
    expect(file).not.toMatch(/(?:src|href)=|https?:\/\/(?!www\.w3\.org)|url\(/)
    const told = file.replace('Local sandbox, not FLUX', '').replace(/data:image\/webp;base64,[\w+/=]+/g, '')
    for (const hidden of [secret, 'FLUX', 'klein', run.id, outputs[0]!.id, predictions[0]!.id])
      expect(told).not.toContain(hidden)
    expect(file.match(/data:image\/webp/g)).toHaveLength(3)
    const shown = await call(fileRoute, {}, { path: `/api/v1/shares/file?runId=${run.id}` })
    expect(await shown.text()).toContain(`<h1>${secret}</h1>`)
  })

  it('of a result says how it was made only where that is asked for', async () => {
    const { predictions, outputs } = await aSharedRun()
    const download = (query: string) =>
      call(downloadRoute, { id: predictions[0]!.id }, { path: `/x?${query}` })
    const plain = Buffer.from(await (await download('output=0')).arrayBuffer())
    expect(plain.equals((await server.library.read(outputs[0]!.id))!)).toBe(true)
    const answer = await download('output=0&parameters=1')
    expect(answer.headers.get('content-disposition')).toContain(
      'flux-2-klein-9b-edit-a-secret-instruction.png',
    )
    const { comments } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect(comments?.find(({ keyword }) => keyword === 'parameters')?.text).toContain('"seed":7')
    expect((await download('output=5')).status).toBe(404)
  })
})
