import { expect, it } from 'vitest'
import { formatBytes, formatDuration } from './format'

it.each([
  [0, '0.0 s'],
  [4210, '4.2 s'],
  [58_900, '58 s'],
  [125_000, '2 min 5 s'],
])('%d ms is "%s"', (ms, text) => expect(formatDuration(ms)).toBe(text))

it.each([
  [12, '1 kB'],
  [819_700, '820 kB'],
  [1_440_000, '1.4 MB'],
])('%d bytes are "%s"', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
