import path from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { createWorkThread } from '@/lib/threads/work-thread'
import { asSharp, decodePicture, rawPicture, type Picture } from '../picture'
import { findRegion, subjectMask } from './find-region'
import { LowConfidence, regionNames, type Region, type RegionName } from './region'

const samples = path.join(process.cwd(), 'public/samples')

async function sample(name: string, longest = 256): Promise<Picture> {
  const file = path.join(samples, `${name}.jpg`)
  return decodePicture(await sharp(file).resize(longest, longest, { fit: 'inside' }).png().toBuffer())
}

const shareOf = ({ cover }: Region) => cover.data.reduce((sum, value) => sum + value, 0) / cover.data.length

/** The mean cover of a box given in shares of the frame. */
function within({ cover }: Region, [left, top, right, bottom]: [number, number, number, number]): number {
  let sum = 0
  let count = 0
  for (let y = Math.floor(top * cover.height); y < bottom * cover.height; y++)
    for (let x = Math.floor(left * cover.width); x < right * cover.width; x++, count++)
      sum += cover.data[y * cover.width + x]!
  return sum / count
}

async function refusal(picture: Picture, name: RegionName): Promise<LowConfidence> {
  const error: unknown = await findRegion(picture, name).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(LowConfidence)
  return error as LowConfidence
}

/** A network takes a second; on a busy machine much more. */
const patient = { timeout: 180_000 }

describe('a person', patient, async () => {
  const astronaut = await sample('person-astronaut')

  test('is the subject, without the flag and the model behind her', async () => {
    const subject = await findRegion(astronaut, 'subject')
    expect(subject.cover).toMatchObject({ width: astronaut.width, height: astronaut.height })
    expect(subject.confidence).toBeGreaterThan(0.8)
    expect(within(subject, [0.38, 0.15, 0.52, 0.35])).toBeGreaterThan(0.95)
    expect(within(subject, [0, 0, 0.2, 0.3])).toBeLessThan(0.05)
    expect(within(subject, [0.8, 0, 1, 0.4])).toBeLessThan(0.05)
  })

  test('has hair, face and clothes where they are', async () => {
    const [hair, face, clothes] = [
      await findRegion(astronaut, 'hair'),
      await findRegion(astronaut, 'face'),
      await findRegion(astronaut, 'clothes'),
    ]
    expect(within(hair, [0.4, 0.05, 0.5, 0.1])).toBeGreaterThan(0.8)
    expect(within(face, [0.4, 0.18, 0.48, 0.25])).toBeGreaterThan(0.8)
    expect(within(clothes, [0.2, 0.6, 0.4, 0.8])).toBeGreaterThan(0.8)
    expect(within(face, [0.2, 0.6, 0.4, 0.8])).toBeLessThan(0.05)
  })

  test('before a plain wall is no sky', async () => {
    expect((await refusal(astronaut, 'sky')).message).toMatch(/No sky was found: .*\d/)
  })

  test('is found again at once, and nobody can spoil what is kept', async () => {
    const first = await subjectMask(astronaut)
    const share = shareOf(first)
    first.cover.data.fill(0)
    const copy = { ...astronaut, pixels: new Uint8Array(astronaut.pixels) }
    expect(shareOf(await subjectMask(copy))).toBe(share)
  })

  test('keeps its place in a larger picture', async () => {
    const large = await rawPicture(asSharp(astronaut).resize(1700, 1700))
    const subject = await findRegion(large, 'subject')
    expect(subject.cover).toMatchObject({ width: 1700, height: 1700 })
    expect(within(subject, [0.38, 0.15, 0.52, 0.35])).toBeGreaterThan(0.95)
  })
})

describe('where it is not sure, it refuses with the number', patient, () => {
  test('mountains have a sky and no subject', async () => {
    const mountains = await sample('landscape-mountains', 640)
    const refused = await refusal(mountains, 'subject')
    expect(refused.message).toMatch(/reached 0\.\d\d, and 0\.3 is needed/)
    expect(refused.confidence).toBeLessThan(0.3)
    const sky = await findRegion(mountains, 'sky')
    expect(within(sky, [0.4, 0, 1, 0.1])).toBeGreaterThan(0.9)
    expect(within(sky, [0, 0.6, 1, 1])).toBeLessThan(0.02)
  })

  test.each(['person', 'hair', 'face', 'skin', 'clothes'] as const)('a cat has no %s', async (name) => {
    expect((await refusal(await sample('animal-cat'), name)).message).toMatch(/sureness 0\.00, and 0\.88/)
  })

  test.each([
    [1, 1],
    [3, 2],
    [1, 400],
  ])('a picture of %i × %i px is answered, whatever is asked', async (width, height) => {
    const pixels = Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 37) % 256)
    for (const name of regionNames) {
      const picture: Picture = { pixels, width, height, channels: 3 }
      const found = await findRegion(picture, name).catch((error: unknown) => error)
      if (found instanceof LowConfidence) expect(Number.isFinite(found.confidence)).toBe(true)
      else expect((found as Region).cover.data.every((share) => share >= 0 && share <= 1)).toBe(true)
    }
  })
})

test('what is cut out already is its own subject', async () => {
  const pixels = new Uint8Array(20 * 10 * 4)
  for (let at = 0; at < 200; at++) pixels[at * 4 + 3] = at % 20 < 10 ? 255 : 0
  const subject = await findRegion({ pixels, width: 20, height: 10, channels: 4 }, 'subject')
  expect([...subject.cover.data.slice(8, 12)]).toEqual([1, 1, 0, 0])
})

describe('in a work thread', patient, () => {
  type Input = { picture: Uint8Array; name: RegionName }
  type Answer = { confidence?: number; share?: number; refused?: string }
  const thread = createWorkThread<Input, Answer>('lib/sandbox/engine/regions/find-region-for-tests.ts')
  afterAll(() => thread.close())

  test('the networks run, and answer as they do here', async () => {
    const picture = await sample('person-astronaut')
    const bytes = await asSharp(picture).png().toBuffer()
    const here = await findRegion(picture, 'subject')
    const there = await thread.run({ picture: bytes, name: 'subject' })
    expect(there).toEqual({ confidence: here.confidence, share: shareOf(here) })
    const mountains = await asSharp(await sample('landscape-mountains', 640))
      .png()
      .toBuffer()
    expect((await thread.run({ picture: mountains, name: 'subject' })).refused).toMatch(/0\.3 is needed/)
  })
})
