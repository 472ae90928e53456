import { describe, expect, it } from 'vitest'
import type { Caller } from './caller'
import { createRequestLimits } from './request-limits'

const session: Caller = { kind: 'session', idHash: 'one' }

function request(method: string, path: string, address = '10.0.0.1'): Request {
  return new Request(`http://box.local${path}`, { method, headers: { 'x-diptych-address': address } })
}

/** How many go through at once. */
function burstOf(method: string, path: string, caller: Caller, most = 10_000): number {
  const limits = createRequestLimits(() => 0)
  for (let count = 0; count < most; count++) if (limits.take(request(method, path), caller) > 0) return count
  return most
}

describe('the limits of requests', () => {
  it('are far above a person’s work, and lowest for what costs money', () => {
    expect(burstOf('POST', '/api/v1/models/flux-dev/generate', session)).toBe(120)
    expect(burstOf('POST', '/api/v3/wavespeed-ai/flux', session)).toBe(120)
    expect(burstOf('POST', '/v1/generate', session)).toBe(120)
    expect(burstOf('POST', '/', session)).toBe(120)
    expect(burstOf('POST', '/api/v1/uploads', session)).toBe(600)
    expect(burstOf('GET', '/assets/1', session)).toBe(6000)
    expect(burstOf('GET', '/s/abc', { kind: 'visitor' })).toBe(600)
  })

  it('hold for each login, token and address apart, and for nobody where only one is', () => {
    const limits = createRequestLimits(() => 0)
    const submit = (caller: Caller, address?: string) =>
      limits.take(request('POST', '/v1/generate', address), caller)
    while (submit(session) === 0);
    expect(submit(session)).toBe(1)
    expect(submit({ kind: 'session', idHash: 'other' })).toBe(0)
    expect(submit({ kind: 'token', id: 'one', name: 'x' })).toBe(0)
    while (submit({ kind: 'visitor' }) === 0);
    expect(submit({ kind: 'visitor' }, '10.0.0.2')).toBe(0)
    expect(burstOf('POST', '/v1/generate', { kind: 'owner' })).toBe(10_000)
  })
})
