import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST as wavespeedRoute } from '@/app/api/v3/[...path]/route'
import { POST as generateRoute } from '@/app/api/v1/models/[id]/generate/route'
import { GET as modelsRoute } from '@/app/api/v1/models/route'
import { DELETE as logOutRoute, POST as logInRoute } from '@/app/api/v1/session/route'
import { DELETE as revokeRoute } from '@/app/api/v1/tokens/[id]/route'
import { GET as tokensRoute, POST as makeTokenRoute } from '@/app/api/v1/tokens/route'
import { POST as uploadRoute } from '@/app/api/v1/uploads/route'
import { POST as bytecomputeRoute } from '@/app/v1/generate/route'
import { GET as assetRoute } from '@/app/assets/[id]/route'
import { compose, type Diptych } from '@/lib/compose'
import { readConfig } from '@/lib/config'

const password = 'open sesame, please'
type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

let server: Diptych
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'diptych-test-'))
  const environment = { DATA_DIR: folder, PORT: '0', HOST: '0.0.0.0', ACCESS_PASSWORD: password }
  server = await compose(readConfig(environment))
  const place = globalThis as Record<symbol, unknown>
  place[Symbol.for('diptych.server')] = Promise.resolve(server)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

interface Call<P> extends RequestInit {
  path: string
  params?: P
}

/** As a program elsewhere would: by any name, with the headers given and no others. */
function call<P>(route: Route<P>, { path: at, params, headers, ...rest }: Call<P>): Promise<Response> {
  const request = new Request(`http://pictures.lan${at}`, rest)
  request.headers.set('host', 'pictures.lan')
  new Headers(headers).forEach((value, name) => request.headers.set(name, value))
  return route(request, { params: Promise.resolve(params as P) })
}

const json = (value: unknown, headers: Record<string, string> = {}) => {
  const body = JSON.stringify(value)
  const length = String(Buffer.byteLength(body))
  return {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
  }
}
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

async function logIn(headers: Record<string, string> = {}): Promise<{ cookie: string; setCookie: string }> {
  const answer = await call(logInRoute, { path: '/api/v1/session', ...json({ password }, headers) })
  expect(answer.status).toBe(200)
  const setCookie = answer.headers.get('set-cookie') ?? ''
  return { setCookie, cookie: setCookie.split(';')[0] ?? '' }
}

async function makeToken(
  cookie: string,
  wanted: object = { name: 'Script' },
): Promise<{ id: string; secret: string }> {
  const answer = await call(makeTokenRoute, { path: '/api/v1/tokens', ...json(wanted, { cookie }) })
  expect(answer.status).toBe(201)
  return (await answer.json()) as { id: string; secret: string }
}

async function aPicture(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: '#274' } })
    .png()
    .toBuffer()
}

function upload(bytes: Buffer, headers: Record<string, string>, type = 'image/png', name = 'a.png') {
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return call(uploadRoute, { path: '/api/v1/uploads', method: 'POST', body, headers })
}

describe('without a login', () => {
  it('the API answers 401, in the shape of each contract, and says what to send', async () => {
    const own = await call(modelsRoute, { path: '/api/v1/models' })
    expect(own.status).toBe(401)
    expect(own.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(await own.json()).toEqual({
      error: expect.stringMatching(/Authorization: Bearer/),
      code: 'not-logged-in',
    })
    const wavespeed = await call(wavespeedRoute, {
      path: '/api/v3/x',
      params: { path: ['x'] },
      ...json({}, bearer('guess')),
    })
    expect([wavespeed.status, await wavespeed.json()]).toEqual([
      401,
      { code: 401, message: expect.any(String) },
    ])
    const bytecompute = await call(bytecomputeRoute, { path: '/v1/generate', ...json({}) })
    expect([bytecompute.status, await bytecompute.json()]).toEqual([401, { detail: expect.any(String) }])
  })

  it('nobody logs in with a wrong password, or from a foreign page', async () => {
    const wrong = await call(logInRoute, { path: '/api/v1/session', ...json({ password: 'open' }) })
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      { code: 'wrong-password', error: expect.stringMatching(/not the password/) },
    ])
    expect(wrong.headers.has('set-cookie')).toBe(false)
    const foreign = await call(logInRoute, {
      path: '/api/v1/session',
      ...json({ password }, { origin: 'https://evil.example' }),
    })
    expect(foreign.status).toBe(403)
    const huge = await call(logInRoute, {
      path: '/api/v1/session',
      ...json({ password: 'x'.repeat(20_000) }),
    })
    expect(huge.status).toBe(413)
  })
})

describe('a login', () => {
  it('is a cookie that scripts and foreign sites don’t get, Secure where the browser came by TLS', async () => {
    const plain = await logIn({ origin: 'http://pictures.lan' })
    expect(plain.setCookie).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
    const byTls = await logIn({ origin: 'https://pictures.lan' })
    expect(byTls.setCookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
  })

  it('ends for this browser, or for all', async () => {
    const [one, two, three] = [await logIn(), await logIn(), await logIn()]
    const status = async (cookie: string) =>
      (await call(modelsRoute, { path: '/api/v1/models', headers: { cookie } })).status
    const logOut = (at: string, cookie: string) =>
      call(logOutRoute, { path: at, method: 'DELETE', headers: { cookie } })
    expect(await status(one.cookie)).toBe(200)

    const out = await logOut('/api/v1/session', one.cookie)
    expect(out.headers.get('set-cookie')).toMatch(/^diptych_session=; Path=\/; Max-Age=0/)
    expect([await status(one.cookie), await status(two.cookie)]).toEqual([401, 200])
    expect((await logOut('/api/v1/session?everywhere', one.cookie)).status).toBe(401)
    expect(await status(two.cookie)).toBe(200)
    expect((await logOut('/api/v1/session?everywhere', two.cookie)).status).toBe(200)
    expect([await status(two.cookie), await status(three.cookie)]).toEqual([401, 401])
  })
})

describe('a token', () => {
  it('opens the API and the pictures, not the tokens, until it is revoked', async () => {
    const { cookie } = await logIn()
    const { id, secret } = await makeToken(cookie, { name: ' Script ', monthlyBudgetCents: 250 })
    const headers = bearer(secret)
    expect((await call(modelsRoute, { path: '/api/v1/models', headers })).status).toBe(200)
    const uploaded = await upload(await aPicture(), headers)
    expect(uploaded.status).toBe(201)
    const picture = (await uploaded.json()) as { id: string }
    const params = { id: picture.id }
    const show = (more: Record<string, string>) =>
      call(assetRoute, { path: `/assets/${picture.id}`, params, headers: more })
    expect([(await show(headers)).status, (await show({})).status]).toEqual([200, 401])

    const list = await call(tokensRoute, { path: '/api/v1/tokens', headers: { cookie } })
    const text = await list.text()
    expect(JSON.parse(text)).toMatchObject({
      tokens: [{ id, name: 'Script', monthlyBudgetCents: 250, usedAt: expect.any(Number) }],
    })
    expect(text).not.toContain(secret)
    const more = await call(makeTokenRoute, { path: '/api/v1/tokens', ...json({ name: 'x' }, headers) })
    expect(more.status).toBe(401)

    const revoke = () =>
      call(revokeRoute, {
        path: `/api/v1/tokens/${id}`,
        params: { id },
        method: 'DELETE',
        headers: { cookie },
      })
    expect((await revoke()).status).toBe(200)
    expect((await revoke()).status).toBe(404)
    expect((await call(modelsRoute, { path: '/api/v1/models', headers })).status).toBe(401)
  })

  it('is remembered by the runs it makes', async () => {
    const { cookie } = await logIn()
    const { id, secret } = await makeToken(cookie)
    const picture = (await (await upload(await aPicture(), { cookie })).json()) as { id: string }
    const ask = async (headers: Record<string, string>) => {
      const answer = await call(generateRoute, {
        path: '/api/v1/models/flux-2-klein-9b-edit/generate',
        params: { id: 'flux-2-klein-9b-edit' },
        ...json({ prompt: 'sepia', images: [picture.id] }, headers),
      })
      expect(answer.status).toBe(200)
      const [prediction] = await server.store.getPredictions([((await answer.json()) as { id: string }).id])
      return (await server.store.getRun(prediction?.runId ?? ''))?.run.tokenId
    }
    expect(await ask(bearer(secret))).toBe(id)
    expect(await ask({ cookie })).toBeUndefined()
  })

  it('must have a name, and a budget of whole cents if any', async () => {
    const { cookie } = await logIn()
    const bodies = [{}, { name: ' ' }, { name: 'a', monthlyBudgetCents: 0.5 }, { name: 'a', hash: 'x' }]
    for (const body of bodies) {
      const answer = await call(makeTokenRoute, { path: '/api/v1/tokens', ...json(body, { cookie }) })
      expect(answer.status, JSON.stringify(body)).toBe(422)
    }
  })
})

describe('a stored picture', () => {
  it('is served as what its bytes are, inert, whatever it was called', async () => {
    const { cookie } = await logIn()
    const script = Buffer.from('<script>alert(1)</script>')
    const disguised = await upload(
      Buffer.concat([await aPicture(), script]),
      { cookie },
      'text/html',
      'a.html',
    )
    expect(disguised.status).toBe(201)
    const { id } = (await disguised.json()) as { id: string }
    const shown = await call(assetRoute, { path: `/assets/${id}`, params: { id }, headers: { cookie } })
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none';.* sandbox$/),
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(Buffer.from(await shown.arrayBuffer()).includes('<script>')).toBe(false)
  })

  it.each([
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['SVG with a prologue', '<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])('is never %s, even where it is called a PNG', async (_, text) => {
    const { cookie } = await logIn()
    const answer = await upload(Buffer.from(text), { cookie })
    expect(answer.status).toBe(422)
  })
})
