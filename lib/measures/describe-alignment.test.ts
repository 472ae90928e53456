import { expect, test } from 'vitest'
import { describeAlignment, describeAlignmentShortly, isInPlace } from './describe-alignment'

test.each([
  [14, -3, 1.02, 'Shifted 14 px right and 3 px up, scaled 1.02', 'shifted 14 px, scaled 1.02'],
  [-8, 0.2, 1, 'Shifted 8 px left', 'shifted 8 px'],
  [0, 6, 0.9, 'Shifted 6 px down, scaled 0.90', 'shifted 6 px, scaled 0.90'],
  [0, 0, 1.003, 'Scaled 1.003', 'scaled 1.003'],
  [0, 0, 1, 'In place', 'in place'],
])('%d, %d, %d', (x, y, scale, long, short) => {
  const alignment = { shift: { x, y }, scale, confidence: 1 }
  expect(describeAlignment(alignment)).toBe(long)
  expect(describeAlignmentShortly(alignment)).toBe(short)
  expect(isInPlace(alignment)).toBe(short === 'in place')
})
