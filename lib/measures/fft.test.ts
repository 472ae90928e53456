import { expect, test } from 'vitest'
import { complexSquare, transform, transformBack } from './fft'

test('a wave is one frequency, and comes back', () => {
  const square = complexSquare(16)
  const wave = (at: number) => Math.cos((2 * Math.PI * (3 * (at % 16) + 2 * Math.floor(at / 16))) / 16)
  for (let at = 0; at < 256; at++) square.real[at] = wave(at)
  transform(square)
  // Half of 16 × 16 at (3, 2), half at its mirror image (13, 14), nothing elsewhere.
  for (let at = 0; at < 256; at++) {
    expect(square.real[at]).toBeCloseTo(at === 2 * 16 + 3 || at === 14 * 16 + 13 ? 128 : 0, 9)
    expect(square.imaginary[at]).toBeCloseTo(0, 9)
  }
  transformBack(square)
  for (let at = 0; at < 256; at++) expect(square.real[at]).toBeCloseTo(wave(at), 12)
})

test('a side that is no power of two is refused', () => {
  expect(() => transform(complexSquare(12))).toThrow('12 is not a power of two')
})
