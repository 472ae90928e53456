import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  hang,
  reply,
  resetAfterBody,
  startScriptedServer,
  truncated,
  type ScriptedServer,
} from '@/lib/testing/scripted-server'
import { guardedGet, type GuardedGetOptions } from './guarded-fetch'
import type { Resolve } from './guarded-lookup'

let server: ScriptedServer
let other: ScriptedServer
beforeEach(async () => {
  server = await startScriptedServer()
  other = await startScriptedServer()
})
afterEach(() => Promise.all([server.close(), other.close()]))

/** Allowed to reach `server`, as a person would set up; `other` stands for the rest of the private network. */
const get = (url: string, options: Partial<GuardedGetOptions> = {}) =>
  guardedGet(url, { maxBytes: 1000, timeoutMs: 10_000, allowedOrigins: [server.origin], ...options })

const loopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]
const redirectTo = (location: string, status = 302) => reply(status, '', { location })

describe('what it fetches', () => {
  it('gives bytes, type and final URL, over redirects, with nothing that identifies anyone', async () => {
    server.play(redirectTo('/b?x=1', 301), redirectTo(`${server.origin}/c`, 308))
    server.play(reply(200, new Uint8Array([1, 2]), { 'content-type': 'image/png; charset=x' }))
    expect(await get(`${server.origin}/a`)).toEqual({
      bytes: new Uint8Array([1, 2]),
      contentType: 'image/png',
      finalUrl: `${server.origin}/c`,
    })
    expect(server.requests.map(({ path }) => path)).toEqual(['/a', '/b?x=1', '/c'])
    expect(server.requests[2]!.headers).not.toHaveProperty('authorization')
    expect(server.requests[2]!.headers).not.toHaveProperty('cookie')
  })

  it('sends given headers to the first origin only', async () => {
    server.play(redirectTo(`${other.origin}/b`))
    other.play(reply(200, 'hello'))
    const allowedOrigins = [server.origin, other.origin]
    await get(`${server.origin}/a`, { allowedOrigins, headers: { 'x-secret': 'yes' } })
    expect(server.requests[0]!.headers).toHaveProperty('x-secret', 'yes')
    expect(other.requests[0]!.headers).not.toHaveProperty('x-secret')
  })
})

describe('where it does not go', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/latest/meta-data',
    'http://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/',
    'http://localhost/',
  ])('refuses %s', async (url) => {
    await expect(get(url)).rejects.toMatchObject({ name: 'DownloadRefused', code: 'private-address' })
  })

  it.each([
    'ftp://example.com/a',
    'file:///etc/passwd',
    'data:text/plain,a',
    'not a url',
    'http://me:pw@8.8.8.8/',
  ])('refuses %s', async (url) => {
    await expect(get(url)).rejects.toMatchObject({ name: 'DownloadRefused', code: 'not-http' })
  })

  it('refuses a name with any private answer, and never says what the name resolves to', async () => {
    const port = new URL(other.origin).port
    const mixed: Resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '::ffff:127.0.0.1', family: 6 },
    ]
    for (const resolve of [loopback, mixed]) {
      const error = await get(`http://evil.example:${port}/`, { resolve }).catch((reason: unknown) => reason)
      expect(error).toMatchObject({ name: 'DownloadRefused', code: 'private-address' })
      expect(String(error)).toContain('evil.example')
      expect(String(error)).not.toContain('127.0.0.1')
    }
    expect(other.requests).toEqual([])
  })

  it('asks for a name once per hop and connects to what it checked, so a changing answer gains nothing', async () => {
    const port = new URL(other.origin).port
    let asked = 0
    const stop = new AbortController()
    const rebinding: Resolve = async () => {
      asked += 1
      if (asked > 1) return [{ address: '127.0.0.1', family: 4 }]
      // A public first answer; no packet is to leave a test, so it is stopped before it connects.
      stop.abort()
      return [{ address: '93.184.215.14', family: 4 }]
    }
    const url = `http://rebind.example:${port}/`
    await expect(get(url, { resolve: rebinding, signal: stop.signal })).rejects.toMatchObject({
      code: 'network',
    })
    expect(asked).toBe(1)
    await expect(get(url, { resolve: rebinding })).rejects.toMatchObject({ code: 'private-address' })
    expect(asked).toBe(2)
    expect(other.requests).toEqual([])
  })

  it('checks again at each redirect', async () => {
    const { port } = new URL(other.origin)
    server.play(
      redirectTo(other.origin),
      redirectTo(`http://evil.example:${port}/`),
      redirectTo('file:///etc/passwd'),
    )
    await expect(get(server.origin)).rejects.toMatchObject({ code: 'private-address' })
    await expect(get(server.origin, { resolve: loopback })).rejects.toMatchObject({ code: 'private-address' })
    await expect(get(server.origin)).rejects.toMatchObject({ code: 'not-http' })
    expect(other.requests).toEqual([])
  })

  it('lets an allowed origin be a name on a private network', async () => {
    const { port } = new URL(server.origin)
    const origin = `http://sandbox.example:${port}`
    server.play(reply(200, 'hello'))
    await get(`${origin}/a`, { resolve: loopback, allowedOrigins: [origin] })
    expect(server.requests).toHaveLength(1)
  })

  it('gives up after five redirects', async () => {
    server.play(...Array.from({ length: 6 }, () => redirectTo('/again')))
    await expect(get(server.origin)).rejects.toMatchObject({ code: 'too-many-redirects' })
    expect(server.requests).toHaveLength(6)
  })
})

describe('how much it takes', () => {
  it('refuses a declared, an undeclared and a compressed body that is too large', async () => {
    const big = Buffer.alloc(1001)
    server.play(
      reply(200, big),
      { play: (response) => void response.end(big.toString('latin1')) },
      { play: (response) => void response.write(big) },
      reply(200, gzipSync(Buffer.alloc(100_000)), { 'content-encoding': 'gzip' }),
    )
    for (let i = 0; i < 4; i++)
      await expect(get(server.origin)).rejects.toMatchObject({ name: 'DownloadRefused', code: 'too-large' })
    server.play(reply(200, Buffer.alloc(1000)))
    expect((await get(server.origin)).bytes).toHaveLength(1000)
  })

  it('bounds the time, for the head and for a body that trickles', async () => {
    server.play(hang, { play: (response) => void response.write('a') })
    for (let i = 0; i < 2; i++)
      await expect(get(server.origin, { timeoutMs: 300 })).rejects.toMatchObject({
        name: 'DownloadFailed',
        code: 'timeout',
      })
  })

  it('tells a bad status, with the wait asked for, from a broken connection', async () => {
    server.play(
      reply(404),
      reply(503, '', { 'retry-after': '9' }),
      resetAfterBody,
      truncated(200, 'x'.repeat(50)),
    )
    await expect(get(server.origin)).rejects.toMatchObject({ code: 'status', status: 404 })
    await expect(get(server.origin)).rejects.toMatchObject({
      code: 'status',
      status: 503,
      retryAfterMs: 9000,
    })
    await expect(get(server.origin)).rejects.toMatchObject({ name: 'DownloadFailed', code: 'network' })
    await expect(get(server.origin)).rejects.toMatchObject({ name: 'DownloadFailed', code: 'network' })
  })

  it('stops when told to', async () => {
    const stop = new AbortController()
    server.play({ play: () => stop.abort() })
    await expect(get(server.origin, { signal: stop.signal })).rejects.toMatchObject({ code: 'network' })
  })
})
