import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addressGroup, markClientAddresses } from './client-address'

describe('the caller’s address', () => {
  it('is the socket’s, whatever the caller claims', async () => {
    markClientAddresses(0)
    const server = http.createServer((request, response) => response.end(JSON.stringify(request.headers)))
    onTestFinished(() => void server.close())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const claims = {
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-proto': 'https',
      'x-diptych-address': '1.2.3.4',
    }
    const answer = await fetch(`http://127.0.0.1:${port}`, { headers: claims })
    const seen = (await answer.json()) as Record<string, string>
    expect(seen['x-diptych-address']).toBe('127.0.0.1')
    expect(seen).not.toHaveProperty('x-forwarded-for')
    expect(seen).not.toHaveProperty('x-forwarded-proto')
  })

  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '8193:3512:1:2'],
    ['2001:db8:1:2::1', '8193:3512:1:2'],
    ['', 'unknown'],
    ['evil', 'unknown'],
  ])('%s counts as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group)
  })
})
