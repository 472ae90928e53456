import { describe, expect, it } from 'vitest'
import { refuseForeign } from './refuse-foreign'

const publicUrl = 'https://diptych.example'

function isRefused(
  isClosed: boolean,
  headers: Record<string, string>,
  path = '/library',
  method = 'GET',
): boolean {
  const request = new Request(`http://127.0.0.1:3000${path}`, { method })
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  return refuseForeign(request, { isClosed, publicUrl }) !== undefined
}

describe('without a password', () => {
  const open = (headers: Record<string, string>, path?: string) => !isRefused(false, headers, path)

  it('loopback alone is answered', () => {
    for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000', '127.0.0.1'])
      expect(open({ host }), host).toBe(true)
    for (const host of ['evil.example:3000', '192.168.1.4:3000', '127.0.0.1.evil.example', ''])
      expect(open({ host }), host).toBe(false)
  })

  it('under PUBLIC_URL what is for the world, also through a proxy that writes its own target as Host', () => {
    const ways: Record<string, string>[] = [
      { host: 'diptych.example' },
      { host: '127.0.0.1:3000', 'x-forwarded-host': 'diptych.example' },
    ]
    for (const headers of ways) {
      for (const path of ['/pictures/1', '/s/abc', '/s/abc/pictures/0', '/embed/abc', '/oembed', '/health'])
        expect(open(headers, path), path).toBe(true)
      for (const path of ['/', '/library', '/login', '/api/v1/session', '/api/v1/models', '/assets/1', '/s'])
        expect(open(headers, path), path).toBe(false)
    }
  })
})

it('with a password any name will do', () => {
  for (const host of ['diptych.example', '192.168.1.4:3000', 'box.local:3000'])
    expect(isRefused(true, { host }), host).toBe(false)
})

describe('a change', () => {
  const host = 'box.local:3000'
  it.each([
    [{ host }, false],
    [{ host, origin: 'http://box.local:3000' }, false],
    [{ host, origin: publicUrl }, false],
    [{ host: '127.0.0.1:3000', 'x-forwarded-host': 'box.example', origin: 'https://box.example' }, false],
    [{ host, 'sec-fetch-site': 'same-origin' }, false],
    [{ host, origin: 'http://box.local:3001' }, true],
    [{ host, origin: 'null' }, true],
    [{ host, origin: 'https://evil.example' }, true],
    [{ host, 'sec-fetch-site': 'same-site' }, true],
    [{ host, 'sec-fetch-site': 'cross-site' }, true],
  ] as [Record<string, string>, boolean][])('with %j is refused: %s', (headers, refused) => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect(isRefused(true, headers, '/library', method)).toBe(refused)
  })
})
