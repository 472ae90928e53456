import { expect, it } from 'vitest'
import { retryAfterMs } from './retry-after'

const now = Date.parse('2026-01-01T12:00:00Z')

it.each([
  ['3', 3000],
  ['0', 0],
  ['86400', 600_000],
  ['Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
  ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads %s as %s ms', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected)
})
