import { expect, test } from 'vitest'
import { plane, type Plane } from './picture-copy'
import { ssim } from './ssim'

function filled(side: number, value: (x: number, y: number) => number): Plane {
  const picture = plane({ width: side, height: side })
  for (let at = 0; at < picture.values.length; at++)
    picture.values[at] = value(at % side, Math.floor(at / side))
  return picture
}

test('equal pictures have 1', () => {
  const picture = filled(24, (x, y) => (x * 37 + y * 91) % 256)
  expect(ssim(picture, picture)).toBeCloseTo(1, 12)
})

test('two flat greys differ by their means only', () => {
  // (2 · 100 · 150 + 6.5025) / (100² + 150² + 6.5025), by hand; the second factor is c2 / c2.
  const expected = 30006.5025 / 32506.5025
  expect(
    ssim(
      filled(16, () => 100),
      filled(16, () => 150),
    ),
  ).toBeCloseTo(expected, 9)
})

test('one window, by hand: half black, half white against its negative', () => {
  // The weights of the five columns left of the middle sum to w, so the means are m = 255 (1 − w) and 255 − m, the
  // spread of both is s = 255² w (1 − w), and what they share is −s.
  const picture = filled(11, (x) => (x < 5 ? 0 : 255))
  const negative = filled(11, (x) => (x < 5 ? 255 : 0))
  const bell = (x: number) => Math.exp(-(x * x) / 4.5)
  const tail = bell(1) + bell(2) + bell(3) + bell(4) + bell(5)
  const w = tail / (2 * tail + 1)
  const [m, s] = [255 * (1 - w), 255 ** 2 * w * (1 - w)]
  const means = (2 * m * (255 - m) + 6.5025) / (m ** 2 + (255 - m) ** 2 + 6.5025)
  expect(ssim(picture, negative)).toBeCloseTo((means * (58.5225 - 2 * s)) / (58.5225 + 2 * s), 6)
})

test('more noise, less likeness; and it is the same both ways', () => {
  const picture = filled(32, (x, y) => 128 + 60 * Math.sin(x / 3) * Math.cos(y / 4))
  const noisy = (level: number) =>
    filled(32, (x, y) => picture.values[y * 32 + x]! + level * ((x * 7 + y * 13) % 2 ? 1 : -1))
  const [little, much] = [ssim(picture, noisy(4))!, ssim(picture, noisy(20))!]
  expect(little).toBeLessThan(1)
  expect(much).toBeLessThan(little)
  expect(ssim(noisy(20), picture)).toBeCloseTo(much, 12)
})

test('smaller than a window: no answer', () => {
  expect(
    ssim(
      filled(10, () => 1),
      filled(10, () => 1),
    ),
  ).toBeUndefined()
})
