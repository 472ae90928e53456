import { expect, test } from 'vitest'
import { randomFrom } from './mask-for-tests'
import { decodeRuns, encodeRuns } from './run-length'

test('the exact bytes', () => {
  expect([...encodeRuns(Uint8Array.from([7, 7, 7, 7, 7, 1, 2, 3, 0, 0, 0, 0]))]).toEqual([
    10, 7, 7, 1, 2, 3, 8, 0,
  ])
  expect([...encodeRuns(new Uint8Array(65_536).fill(255))]).toEqual([128, 128, 8, 255])
  expect([...encodeRuns(new Uint8Array(0))]).toEqual([])
})

test('whatever goes in comes out, and never much larger', () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = randomFrom(seed)
    const values = new Uint8Array(Math.floor(random() * 3000))
    for (let at = 0; at < values.length;) {
      const end = at + 1 + Math.floor(random() * 9)
      values.fill(random() * 256, at, end)
      at = end
    }
    const runs = encodeRuns(values)
    const back = new Uint8Array(values.length)
    expect(decodeRuns(runs, back)).toBe(values.length)
    expect(back).toEqual(values)
    expect(runs.length).toBeLessThanOrEqual(values.length + values.length / 32 + 16)
  }
})
