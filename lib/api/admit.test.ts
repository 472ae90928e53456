import { describe, expect, it } from 'vitest'
import type { Caller } from '@/lib/access/caller'
import type { Gate } from '@/lib/access/gate'
import { admit } from './admit'

const publicUrl = 'https://diptych.example'

/** 0 for one that is let in, else the status it is refused with. */
async function refused(
  caller: Caller,
  path: string,
  { isClosed = true, method = 'GET', headers = {}, seconds = 0 }: Partial<Options> = {},
): Promise<number> {
  const request = new Request(`http://x${path}`, { method })
  const host = isClosed ? 'box.local' : caller.kind === 'owner' ? '127.0.0.1:3000' : 'diptych.example'
  for (const [name, value] of Object.entries({ host, ...headers })) request.headers.set(name, value)
  const gate = { isClosed, callerOf: async () => caller } as unknown as Gate
  const admission = await admit(request, { gate, publicUrl, requestLimits: { take: () => seconds } })
  return 'refusal' in admission ? admission.refusal.status : 0
}
interface Options {
  isClosed: boolean
  method: string
  headers: Record<string, string>
  seconds: number
}

const visitor: Caller = { kind: 'visitor' }
const token: Caller = { kind: 'token', id: 't', name: 'x' }
const session: Caller = { kind: 'session', idHash: 'x' }

describe('who is let in where', () => {
  it('without a login: what is public, nothing else', async () => {
    for (const path of ['/login', '/health', '/s/abc', '/embed/abc', '/oembed', '/icon.svg', '/pictures/1'])
      expect(await refused(visitor, path), path).toBe(0)
    for (const path of [
      '/',
      '/s',
      '/embed',
      '/loginx',
      '/runs/1',
      '/assets/1',
      '/api/v1/models',
      '/settings',
      '/health/x',
    ])
      expect(await refused(visitor, path), path).toBe(401)
  })

  it('with a login: everything', async () => {
    for (const path of ['/', '/s/abc', '/api/v1/tokens', '/assets/1'])
      expect(await refused(session, path), path).toBe(0)
  })

  it('with a token: the API and pictures, no pages, no tokens', async () => {
    for (const path of ['/api/v1/models', '/api/v3/x', '/v1/generate', '/assets/1', '/s/abc'])
      expect(await refused(token, path), path).toBe(0)
    for (const path of ['/', '/settings', '/api/v1/tokens', '/api/v1/tokens/1'])
      expect(await refused(token, path), path).toBe(401)
  })

  it('not by a server action at a public address, with a password or under PUBLIC_URL without one', async () => {
    const forms: Record<string, string>[] = [
      { 'next-action': '60ab' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'application/x-www-form-urlencoded' },
    ]
    for (const headers of forms)
      for (const isClosed of [true, false])
        for (const caller of [visitor, token])
          for (const path of ['/s/abc', '/embed/abc', '/health'])
            expect(await refused(caller, path, { isClosed, method: 'POST', headers })).toBe(401)
    expect(await refused(session, '/s/abc', { method: 'POST', headers: { 'next-action': '60ab' } })).toBe(0)
    expect(await refused({ kind: 'owner' }, '/', { isClosed: false, method: 'POST' })).toBe(0)
  })

  it('not too often', async () => {
    expect(await refused(session, '/', { seconds: 3 })).toBe(429)
  })
})
