import { describe, expect, it } from 'vitest'
import { dataHeaders, isBehindTls, makeNonce, pageHeaders } from './security-headers'

describe('the headers', () => {
  it('of a page let its own scripts run alone, and only an embedded one stand in a frame', () => {
    const nonce = makeNonce()
    const page = pageHeaders({ nonce, isTls: false, isEmbed: false })
    const policy = page['content-security-policy']
    expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic';`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/https?:|script-src[^;]*unsafe/)
    expect(page['x-frame-options']).toBe('DENY')
    const embedded = pageHeaders({ nonce, isTls: false, isEmbed: true })
    expect(embedded['content-security-policy']).toContain('frame-ancestors *')
    expect(embedded).not.toHaveProperty('x-frame-options')
    expect(makeNonce()).not.toBe(nonce)
  })

  it('speak of TLS only behind it', () => {
    for (const headers of [
      dataHeaders,
      (isTls: boolean) => pageHeaders({ nonce: 'x', isTls, isEmbed: false }),
    ]) {
      expect(headers(true)).toHaveProperty('strict-transport-security')
      expect(headers(false)).not.toHaveProperty('strict-transport-security')
    }
  })

  it.each([
    [{ host: 'diptych.example' }, 'https://diptych.example', true],
    [{ host: '127.0.0.1:3000' }, 'https://diptych.example', false],
    [{ host: 'diptych.example' }, 'http://diptych.example', false],
    [{ host: 'box', 'x-forwarded-proto': 'https, http' }, undefined, true],
    [{ host: 'box', 'x-forwarded-proto': 'http' }, undefined, false],
    [{ host: 'box', origin: 'https://box' }, undefined, true],
  ] as [Record<string, string>, string | undefined, boolean][])(
    'behind TLS: %j, %s: %s',
    (headers, url, is) => {
      expect(isBehindTls(new Headers(headers), url)).toBe(is)
    },
  )
})
