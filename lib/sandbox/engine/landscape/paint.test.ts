import { describe, expect, test } from 'vitest'
import { paintLandscape } from './paint'
import { readScene } from './scene'

const size = { width: 96, height: 72 }
const texts = [
  'mountains', 'snowy mountains with a lake', 'hills with a river in autumn', 'a forest in fog', 'a desert at sunset',
  'a canyon', 'the sea at night', 'a beach with palms', 'an island at dawn', 'a city at night', 'a city in the rain',
  'a planet in space', 'a galaxy', 'a stormy sky with lightning', 'northern lights', 'abstract marble',
  'abstract waves', 'a pink gradient', 'bokeh', 'low poly abstract', 'hills with falling snow',
] // prettier-ignore

const paint = (text: string, seed: number, at = size) => paintLandscape(readScene(text)!, at, seed)

/** The mean difference of two pictures, 0 to 255. */
function difference(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]!), 0) / one.length
}

describe.each(texts)('%s', (text) => {
  test('the same seed paints the same, others something else', async () => {
    const [one, again, other, third] = await Promise.all([7, 7, 8, 9].map((seed) => paint(text, seed)))
    expect(Buffer.compare(one!.pixels, again!.pixels)).toBe(0)
    expect(difference(one!.pixels, other!.pixels)).toBeGreaterThan(4)
    expect(difference(other!.pixels, third!.pixels)).toBeGreaterThan(4)
  })

  test('frames of one pixel and narrow ones are filled', async () => {
    for (const [width, height] of [[1, 1], [3, 2], [1, 120], [120, 1]] as const) {
      const { pixels } = await paint(text, 3, { width, height })
      expect(pixels).toHaveLength(width * height * 3)
    } // prettier-ignore
  })
})

test('no scene is black or white all over, as numbers gone wrong would make it', async () => {
  for (const text of texts) {
    const { pixels } = await paint(text, 5)
    const values = new Set(pixels)
    expect(values.size, text).toBeGreaterThan(24)
  }
})

test('night is darker than day, winter lighter than summer, a named colour is in the sky', async () => {
  const mean = async (text: string, channel?: number) => {
    const { pixels } = await paint(text, 4)
    const chosen = channel === undefined ? pixels : pixels.filter((_, at) => at % 3 === channel)
    return chosen.reduce((sum, value) => sum + value, 0) / chosen.length
  }
  expect(await mean('hills at night')).toBeLessThan((await mean('hills')) * 0.6)
  expect(await mean('hills in winter')).toBeGreaterThan((await mean('hills')) + 15)
  expect(await mean('a pink sky', 0)).toBeGreaterThan((await mean('a pink sky', 1)) + 20)
})

test('a picture larger than is painted at has the size that was asked for', async () => {
  const { width, height, pixels } = await paint('a pink gradient', 1, { width: 1700, height: 20 })
  expect({ width, height, length: pixels.length }).toEqual({ width: 1700, height: 20, length: 1700 * 20 * 3 })
})
