import { describe, expect, it } from 'vitest'
import { createRateLimit } from './rate-limit'

describe('a rate limit', () => {
  it('lets a burst through, then one after another, for each key apart', () => {
    let time = 1_000_000
    const limit = createRateLimit({ burst: 3, perMinute: 6 }, () => time)
    expect([1, 2, 3].map(() => limit.take('one'))).toEqual([0, 0, 0])
    expect(limit.take('one')).toBe(10)
    expect(limit.take('two')).toBe(0)
    time += 9_000
    expect(limit.take('one')).toBe(1)
    time += 1_000
    expect(limit.take('one')).toBe(0)
    expect(limit.take('one')).toBe(10)
    limit.forget('one')
    expect(limit.take('one')).toBe(0)
    // Never more than the burst, however long nothing came, and a clock set back gives nothing.
    time += 3_600_000
    expect([1, 2, 3, 4].map(() => limit.take('two'))).toEqual([0, 0, 0, 10])
    time -= 3_600_000
    expect(limit.take('two')).toBeGreaterThan(0)
  })

  it('keeps a bounded number of keys, the latest', () => {
    const limit = createRateLimit({ burst: 1, perMinute: 1 }, () => 0)
    for (let index = 0; index <= 20_000; index++) limit.take(String(index))
    expect(limit.take('0')).toBe(0)
    expect(limit.take('20000')).toBe(60)
  })
})
