import { expect, test } from 'vitest'
import { feather } from './feather'
import { emptyMask } from './mask'
import { blotted } from './mask-for-tests'

test('one white pixel becomes three boxes convolved, the exact bytes', () => {
  const mask = emptyMask(9, 1)
  mask.data[4] = 255
  // σ = 1.2: the boxes are 1, 3 and 3 wide; along a row of height one the columns change nothing.
  expect([...feather(mask, 1.2).data]).toEqual([0, 0, 28, 57, 85, 57, 28, 0, 0])
})

test.each([2, 5, 12])('an edge is that of a Gaussian, σ = %s', (sigma) => {
  const mask = emptyMask(120, 3)
  for (let y = 0; y < 3; y++) mask.data.fill(255, y * 120, y * 120 + 60)
  const soft = feather(mask, sigma).data
  for (let x = 0; x < 120; x++)
    expect(Math.abs(soft[120 + x]! / 255 - normal((60 - x - 0.5) / sigma))).toBeLessThan(0.03)
})

test('the border of the picture does not make a mask soft that reaches it', () => {
  const full = emptyMask(40, 30)
  full.data.fill(255)
  expect(feather(full, 6).data).toEqual(full.data)
})

test('rows and columns are treated alike, wherever the mask lies', () => {
  const mask = blotted(60, 60, 5)
  const turned = (of: typeof mask) => ({
    ...of,
    data: of.data.map((_, i) => of.data[(i % 60) * 60 + Math.floor(i / 60)]!),
  })
  const a = feather(mask, 3).data
  const b = turned(feather(turned(mask), 3)).data
  // Rows come before columns, so a rounding apart.
  a.forEach((value, i) => expect(Math.abs(value - b[i]!)).toBeLessThanOrEqual(1))
})

test('nothing is made of nothing, and a tiny radius changes nothing', () => {
  expect(feather(emptyMask(20, 20), 4).data.every((value) => value === 0)).toBe(true)
  const mask = blotted(30, 30, 2)
  expect(feather(mask, 0.4).data).toEqual(mask.data)
})

/** The share of a normal distribution below z (Zelen and Severo's approximation). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
  return z > 0 ? 1 - tail : tail
}
