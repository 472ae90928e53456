import { describe, expect, test } from 'vitest'
import type { EditContext, ListedOperation } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { emptyPlane } from '@/lib/sandbox/engine/pixels/float-picture'
import { LowConfidence } from '@/lib/sandbox/engine/regions/region'
import { inset } from '../together/inset'
import { putSubject } from '../together/put-subject'
import { backgroundColour } from './background-colour'
import { backgroundGradient } from './background-gradient'
import { backgroundPicture } from './background-picture'
import { backgroundScene } from './background-scene'
import { backgroundTone } from './background-tone'
import { blurBackground } from './blur-background'
import { colourSplash } from './colour-splash'
import { dropShadow } from './drop-shadow'
import { removeBackground } from './remove-background'
import { sticker } from './sticker'
import { contextFor } from '../context-for-tests'

const needSubject = [
  removeBackground,
  backgroundColour,
  backgroundGradient,
  backgroundScene,
  backgroundTone,
  blurBackground,
  colourSplash,
  dropShadow,
  sticker,
  backgroundPicture,
  putSubject,
]
const all = [...needSubject, inset]

/** Coloured stripes, with or without an alpha channel that is opaque on the left half. */
function stripes(width: number, height: number, channels: 3 | 4 = 3): Picture {
  const pixels = new Uint8Array(width * height * channels)
  for (let at = 0; at < width * height; at++) {
    const x = at % width
    pixels.set([(x * 29) % 256, (x * 71 + at) % 256, (at * 13) % 256], at * channels)
    if (channels === 4) pixels[at * 4 + 3] = x < width / 2 ? 255 : 0
  }
  return { pixels, width, height, channels }
}

/** The middle of the picture is its subject; its cover is soft at the edges. */
function contextOf(picture: Picture, seed = 5, other = stripes(40, 30)): EditContext {
  return contextFor(picture, {
    seed,
    image: async (number) => (number === 1 ? picture : other),
    region: async () => {
      const cover = emptyPlane(picture.width, picture.height)
      for (let y = 0; y < picture.height; y++)
        for (let x = 0; x < picture.width; x++) {
          const off = Math.hypot((x + 0.5) / picture.width - 0.5, (y + 0.5) / picture.height - 0.5)
          cover.data[y * picture.width + x] = Math.min(1, Math.max(0, (0.32 - off) * 12))
        }
      return { cover, confidence: 1 }
    },
  })
}

async function apply(operation: ListedOperation, picture: Picture, seed?: number): Promise<Picture> {
  const clause = operation.example
  const matched = operation.pattern.exec(clause)![0]
  const step = operation.plan({ near: clause, matched, clause, quotes: [], images: 2, hasMask: false })
  return step!.apply(picture, contextOf(picture, seed))
}

const centre = ({ pixels, width, height, channels }: Picture) => {
  const at = (Math.floor(height / 2) * width + Math.floor(width / 2)) * channels
  return [...pixels.subarray(at, at + 3)]
}

describe.each(all.map((operation) => [operation.name, operation] as const))('%s', (_, operation) => {
  test('the same seed gives the same bytes, and something changes', async () => {
    const picture = stripes(96, 72)
    const [first, second] = [await apply(operation, picture), await apply(operation, picture)]
    expect(Buffer.from(first.pixels).equals(Buffer.from(second.pixels))).toBe(true)
    expect(Buffer.from(first.pixels).equals(Buffer.from(picture.pixels))).toBe(false)
  })

  test.each([
    [1, 1, 3],
    [1, 400, 3],
    [3, 2, 4],
    [400, 1, 3],
  ] as const)('%i × %i px with %i channels', async (width, height, channels) => {
    const changed = await apply(operation, stripes(width, height, channels))
    expect(changed.pixels).toHaveLength(changed.width * changed.height * changed.channels)
  })
})

test.each(needSubject.map((operation) => [operation.name, operation] as const))(
  '“%s” refuses where no subject is found',
  async (_, operation) => {
    const picture = stripes(20, 20)
    const clause = operation.example
    const matched = operation.pattern.exec(clause)![0]
    const step = operation.plan({ near: clause, matched, clause, quotes: [], images: 2, hasMask: false })
    const region = () => Promise.reject(new LowConfidence('No subject was found.', 0.1))
    await expect((async () => step!.apply(picture, { ...contextOf(picture), region }))()).rejects.toThrow(
      LowConfidence,
    )
  },
)

test('only the subject is left of a picture whose background is removed', async () => {
  const picture = stripes(96, 72)
  const removed = await apply(removeBackground, picture)
  expect(removed.channels).toBe(4)
  expect(centre(removed)).toEqual(centre(picture))
  expect(removed.pixels[3]).toBe(0)
})

test.each([backgroundColour, backgroundTone, blurBackground, colourSplash])(
  'the subject stays as it is: $name',
  async (operation) => {
    const picture = stripes(96, 72)
    const changed = await apply(operation, picture)
    expect(changed.channels).toBe(3)
    expect(centre(changed)).toEqual(centre(picture))
    expect(changed.pixels.subarray(0, 30)).not.toEqual(picture.pixels.subarray(0, 30))
  },
)

test('a plain colour is exactly the colour that was asked for', async () => {
  const changed = await apply(backgroundColour, stripes(96, 72))
  expect([...changed.pixels.subarray(0, 3)]).toEqual([0, 85, 255])
})

test('what is transparent stays so where only its look changes', async () => {
  const picture = stripes(96, 72, 4)
  for (const operation of [backgroundTone, blurBackground, colourSplash]) {
    const { pixels, channels } = await apply(operation, picture)
    expect(channels).toBe(4)
    expect(pixels[95 * 4 + 3]).toBe(0)
    expect(pixels[3]).toBe(255)
  }
})

test('another seed draws another scene behind the same subject', async () => {
  const picture = stripes(96, 72)
  const [first, second] = [await apply(backgroundScene, picture, 1), await apply(backgroundScene, picture, 2)]
  expect(Buffer.from(first.pixels).equals(Buffer.from(second.pixels))).toBe(false)
})

test('a sticker has its outline around the subject and nothing at the corners', async () => {
  const { pixels, channels, width, height } = await apply(sticker, stripes(256, 256))
  expect(channels).toBe(4)
  for (const corner of [0, width - 1, width * (height - 1), width * height - 1])
    expect(pixels[corner * 4 + 3]).toBe(0)
  const top = Array.from({ length: height }, (_, y) => (y * width + width / 2) * 4).find(
    (at) => pixels[at + 3]! > 100,
  )!
  expect([...pixels.subarray(top, top + 3)].every((value) => value > 200)).toBe(true)
})
