import { describe, expect, test } from 'vitest'
import type { Picture } from '@/lib/sandbox/engine/picture'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { LowConfidence } from '@/lib/sandbox/engine/regions/region'
import { understand } from '@/lib/sandbox/engine/grammar/understand'
import { night } from '../light/night'
import { replaceSky } from './replace-sky'
import { skyEnd } from './sky-behind'
import { skyIn } from './sky-words'
import { contextFor } from '../context-for-tests'

describe('words', () => {
  const named = (phrase: string, images = 1) =>
    understand(phrase, images, false).steps.map(({ operation }) => operation)
  test.each([
    'replace the sky with sunset',
    'make the sky stormy',
    'turn the sky into a starry night',
    'a dramatic stormy sky',
    'make the sky pink',
    'give it a clear blue sky',
    'add northern lights',
    'change the sky',
  ])('%s', (phrase) => expect(named(phrase)).toEqual(['replace the sky']))

  test('a sky from another picture needs that picture', () => {
    expect(named('use the sky from image 2', 2)).toEqual(['replace the sky'])
    expect(named('use the sky from image 2', 1)).toEqual([])
  })

  test.each(['make the sky darker', 'blur the sky', 'sepia for everything but the sky'])(
    'not “%s”',
    (phrase) => expect(named(phrase)).not.toContain('replace the sky'),
  )

  test.each([
    ['a starry night sky with a crescent moon', { time: 'night', clouds: 'none', moon: 'crescent' }],
    ['an overcast sky', { time: 'day', clouds: 'overcast', text: 'an overcast sky' }],
    ['a purple sky', { time: 'day', text: 'a purple sky' }],
    ['a cloudy sunset sky', { time: 'sunset', clouds: 'puffy', text: 'a cloudy sunset sky' }],
  ])('%s', (words, asked) => expect(skyIn(words)).toMatchObject(asked))
})

describe('pixels', () => {
  const [width, height] = [96, 64]
  const picture: Picture = { pixels: new Uint8Array(width * height * 3), width, height, channels: 3 }
  const cover: Plane = { width, height, data: new Float32Array(width * height) }
  // Sky above row 32, land with stripes below.
  for (let at = 0; at < width * height; at++) {
    const above = at < width * 32
    cover.data[at] = above ? 1 : 0
    picture.pixels.fill(above ? 200 : at % 8 < 4 ? 60 : 120, at * 3, at * 3 + 3)
  }
  const context = (seed: number) =>
    contextFor(picture, { seed, region: async () => ({ cover, confidence: 1 }) })
  const none = contextFor(picture)
  const step = (phrase: string, operation = replaceSky) =>
    operation.plan({
      near: phrase,
      matched: operation.pattern.exec(phrase)![0],
      clause: phrase,
      quotes: [],
      images: 1,
      hasMask: false,
    })!

  test('the sky ends where less than an eighth of a row is sky', () => expect(skyEnd(cover)).toBe(31))

  test('another seed paints another sky; the land keeps its drawing', async () => {
    const [one, again, other] = await Promise.all(
      [1, 1, 2].map((seed) => step('a pink sky').apply(picture, context(seed))),
    )
    expect(Buffer.compare(one!.pixels, again!.pixels)).toBe(0)
    expect(Buffer.compare(one!.pixels, other!.pixels)).not.toBe(0)
    const at = (62 * width + 40) * 3
    expect(one!.pixels[at + 4 * 3]! - one!.pixels[at]!).toBeGreaterThan(25)
  })

  test('where no sky is found it is not replaced, and night does without', async () => {
    await expect(step('a pink sky').apply(picture, none)).rejects.toThrow(LowConfidence)
    const dark = await step('make it night', night).apply(picture, none)
    const mean = (pixels: Uint8Array) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length
    expect(mean(dark.pixels)).toBeLessThan(mean(picture.pixels) / 2)
  })
})
