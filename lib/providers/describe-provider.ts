import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  hang,
  reply,
  resetAfterBody,
  startScriptedServer,
  truncated,
  type Answer,
  type ScriptedServer,
} from '@/lib/testing/scripted-server'
import type { Provider, ProviderRequest, RemoteJob } from './provider'
import type { ProviderError } from './provider-error'
import type { ProviderOptions } from './provider-options'
import {
  goOn,
  lastWord,
  pollFaults,
  refused,
  submitAgain,
  submitFaults,
  unconfirmed,
  type Expected,
} from './provider-faults'

export const testKey = 'key-3f9a7c1d5e2b8046'

/** What the shared suite must know of a provider. */
export interface ProviderContract {
  create(options: ProviderOptions): Provider
  /** A valid request. */
  request: ProviderRequest
  /** The path the provider's page documents for it. */
  submitPath: string
  /** The body of a successful submit: an object as JSON, or a picture. */
  submitted: unknown
  /** Absent where a submit's answer is the result. */
  polling?: { job: RemoteJob; path: string; completed: unknown }
}

/** What every adapter must hold to, whatever its provider speaks; run against a real server that misbehaves. */
export function describeProvider(name: string, contract: ProviderContract): void {
  describe(`${name} keeps the provider contract`, () => {
    let server: ScriptedServer
    let other: ScriptedServer
    let provider: Provider
    const never = new AbortController().signal

    const create = (options: Partial<ProviderOptions> = {}) =>
      contract.create({ apiKey: testKey, baseUrl: server.origin, ...options })

    beforeEach(async () => {
      server = await startScriptedServer()
      other = await startScriptedServer()
      provider = create()
    })
    afterEach(() => Promise.all([server.close(), other.close()]))

    describe('submit', () => {
      it('sends the key and the request to the documented path', async () => {
        server.play(reply(200, contract.submitted))
        await provider.submit(contract.request, never)
        expect(server.requests).toHaveLength(1)
        expect(server.requests[0]).toMatchObject({
          method: 'POST',
          path: contract.submitPath,
          headers: { authorization: `Bearer ${testKey}` },
        })
      })

      it('keeps the base URL’s prefix', async () => {
        server.play(reply(201, contract.submitted))
        await create({ baseUrl: `${server.origin}/prefix/` }).submit(contract.request, never)
        expect(server.requests[0]!.path).toBe(`/prefix${contract.submitPath}`)
      })

      it.each(submitFaults)('sends once and judges rightly: %s', async (_, answer, expected) => {
        server.play(answer(contract.submitted))
        expect(await failure(provider.submit(contract.request, never))).toMatchObject(expected)
        expect(server.requests).toHaveLength(1)
      })

      it('counts a hang as perhaps taken', async () => {
        server.play(hang)
        const hasty = create({ timeouts: { submitMs: 400 } })
        expect(await failure(hasty.submit(contract.request, never))).toMatchObject({
          code: 'timeout',
          ...unconfirmed,
        })
      })

      it('counts a stop by the caller as perhaps taken once it is sent, and as not taken before', async () => {
        const stop = new AbortController()
        server.play({ play: () => stop.abort() })
        expect(await failure(provider.submit(contract.request, stop.signal))).toMatchObject(unconfirmed)
        expect(await failure(provider.submit(contract.request, stop.signal))).toMatchObject(submitAgain)
        expect(server.requests).toHaveLength(1)
      })

      it('may be sent again where no connection was made', async () => {
        await server.close()
        const error = await failure(provider.submit(contract.request, never))
        expect(error).toMatchObject({ code: 'unavailable', ...submitAgain, detail: 'ECONNREFUSED' })
        // Longer than the name system has names: known not to exist without asking anybody.
        const nowhere = create({ baseUrl: `http://${'x'.repeat(64)}.invalid` })
        expect(await failure(nowhere.submit(contract.request, never))).toMatchObject(submitAgain)
      })

      it('may be sent again where the TLS handshake failed', async () => {
        const plain = create({ baseUrl: server.origin.replace('http:', 'https:') })
        expect(await failure(plain.submit(contract.request, never))).toMatchObject(submitAgain)
        // A host that hangs up during the handshake gives ECONNRESET, as a lost answer does: it must not count as one.
        const rude = createServer((socket) => socket.destroy())
        await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
        const { port } = rude.address() as AddressInfo
        const hungUp = create({ baseUrl: `https://127.0.0.1:${port}` })
        expect(await failure(hungUp.submit(contract.request, never))).toMatchObject(submitAgain)
        await new Promise((resolve) => rude.close(resolve))
      })

      it.each([
        [301, refused],
        [302, unconfirmed],
        [303, unconfirmed],
        [307, refused],
        [308, refused],
      ])('does not take the key or the request through a %i redirect', async (status, expected) => {
        server.play(reply(status, '', { location: `${other.origin}/x` }))
        const error = await failure(provider.submit(contract.request, never))
        expect(error).toMatchObject({ code: 'protocol', ...expected })
        expect(other.requests).toEqual([])
        expect(server.requests).toHaveLength(1)
      })
    })

    it('never lets the key into an error', async () => {
      const echo = { error: `Unknown key ${testKey}`, message: 'x'.repeat(5000), detail: [{ msg: testKey }] }
      const answers = [reply(401, echo), reply(500, `no ${testKey}`), reply(200, { error: testKey })]
      for (const answer of [...answers, truncated(200, testKey.repeat(9)), resetAfterBody]) {
        server.play(answer)
        const error = await failure(provider.submit(contract.request, never))
        const told = [
          error,
          error.cause,
          error.stack,
          error.message,
          error.detail,
          JSON.stringify(error),
        ].join()
        expect(told).not.toContain(testKey)
        expect(error.detail?.length ?? 0).toBeLessThanOrEqual(500)
      }
    })

    describe('fetch', () => {
      it('downloads from the provider’s own origin, without the key, and keeps what the bytes are', async () => {
        const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
        server.play(reply(200, jpeg, { 'content-type': 'image/png' }))
        expect(await provider.fetch({ url: '/outputs/1.png?a=b' }, never)).toEqual(jpeg)
        expect(server.requests[0]).toMatchObject({ method: 'GET', path: '/outputs/1.png?a=b' })
        expect(JSON.stringify(server.requests[0]!.headers)).not.toContain(testKey)
      })

      it.each([403, 404, 410])('%i: the output is gone', async (status) => {
        server.play(reply(status))
        const error = await failure(provider.fetch({ url: `${server.origin}/1.png` }, never))
        expect(error).toMatchObject({ code: 'expired', ...lastWord })
      })

      it.each<[string, Answer, Expected]>([
        ['500', reply(500), { code: 'unavailable', ...goOn }],
        [
          '429',
          reply(429, '', { 'retry-after': '4' }),
          { code: 'rate-limited', ...goOn, retryAfterMs: 4000 },
        ],
        ['a reset', resetAfterBody, { code: 'unavailable', ...goOn }],
        ['a body that breaks off', truncated(200, 'x'.repeat(100)), { code: 'unavailable', ...goOn }],
      ])('may be tried again: %s', async (_, answer, expected) => {
        server.play(answer)
        expect(await failure(provider.fetch({ url: '/1.png' }, never))).toMatchObject(expected)
      })

      it('reaches no private address but the provider’s own', async () => {
        const error = await failure(provider.fetch({ url: `${other.origin}/1.png` }, never))
        expect(error).toMatchObject({ code: 'protocol', ...lastWord })
        server.play(reply(302, '', { location: `${other.origin}/1.png` }))
        expect(await failure(provider.fetch({ url: '/1.png' }, never))).toMatchObject({
          code: 'protocol',
          ...lastWord,
        })
        expect(other.requests).toEqual([])
      })
    })

    const polling = contract.polling
    if (!polling) return

    describe('poll', () => {
      it('asks the documented path with the key, below the base URL’s prefix', async () => {
        server.play(reply(200, polling.completed))
        await create({ baseUrl: `${server.origin}/prefix` }).poll({ id: polling.job.id }, never)
        expect(server.requests[0]).toMatchObject({
          method: 'GET',
          path: `/prefix${polling.path}`,
          headers: { authorization: `Bearer ${testKey}` },
        })
      })

      it('asks a kept path on the origin, and never leaves it', async () => {
        server.play(reply(200, polling.completed))
        await create({ baseUrl: `${server.origin}/prefix` }).poll(
          { ...polling.job, pollPath: '/other/7?x=1' },
          never,
        )
        expect(server.requests[0]!.path).toBe('/other/7?x=1')
        const foreign = { ...polling.job, pollPath: `//${new URL(other.origin).host}/7` }
        server.play(reply(200, polling.completed))
        await provider.poll(foreign, never)
        expect(server.requests[1]!.path).toBe(polling.path)
        expect(other.requests).toEqual([])
      })

      it.each(pollFaults)('judges rightly: %s', async (_, answer, expected) => {
        server.play(answer(polling.completed))
        expect(await failure(provider.poll(polling.job, never))).toMatchObject(expected)
      })

      it('goes on after a refused connection and after a hang', async () => {
        server.play(hang)
        const hasty = create({ timeouts: { pollMs: 400 } })
        expect(await failure(hasty.poll(polling.job, never))).toMatchObject({ code: 'timeout', ...goOn })
        await server.close()
        expect(await failure(provider.poll(polling.job, never))).toMatchObject({
          code: 'unavailable',
          ...goOn,
        })
      })
    })
  })
}

/** The ProviderError a call ends in; fails the test if it ends well, or in another error. */
export async function failure(call: Promise<unknown>): Promise<ProviderError> {
  const error = await call.then(
    (value) => expect.fail(`expected a ProviderError, got ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  expect(error).toHaveProperty('name', 'ProviderError')
  return error as ProviderError
}
