import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { edit } from './edit'
import { NotUnderstood, type EngineRequest, type EngineResult } from './engine'
import { randomNumbers } from './random'

const [width, height] = [96, 64]

/** Blocks of many colours with noise on them: no edit leaves it as it is. */
function pictureBytes(wide = width, high = height): Promise<Buffer> {
  const random = randomNumbers(7)
  const pixels = Buffer.alloc(wide * high * 3)
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = ((Math.floor(at / 30) * 53) % 200) + Math.floor(random() * 50)
  return sharp(pixels, { raw: { width: wide, height: high, channels: 3 } })
    .png()
    .toBuffer()
}

async function rawOf(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes).removeAlpha().raw().toBuffer()
}

/** White where x is beyond `from`; a grey column of 128 at it. */
function maskFrom(from: number): Promise<Buffer> {
  const values = Buffer.from(
    Array.from({ length: width * height }, (_, at) =>
      at % width > from ? 255 : at % width === from ? 128 : 0,
    ),
  )
  return sharp(values, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer()
}

const described = ({ report }: EngineResult) => report.steps.map(({ description }) => description)
const notes = ({ report }: EngineResult) => report.steps.flatMap(({ notes }) => notes)

async function ask(instruction: string, more: Partial<EngineRequest> = {}) {
  return edit({ instruction, images: [await pictureBytes()], seed: 1, ...more })
}

describe('pixels', () => {
  test('black and white has red = green = blue', async () => {
    const { pixels } = await ask('make it black and white')
    for (let at = 0; at < pixels.length; at += 3)
      expect(pixels[at] === pixels[at + 1] && pixels[at] === pixels[at + 2]).toBe(true)
  })

  test('inverting is 255 minus each value', async () => {
    const before = await rawOf(await pictureBytes())
    expect(Buffer.from((await ask('invert it')).pixels)).toEqual(before.map((value) => 255 - value))
  })

  test('a mirrored row reads backwards', async () => {
    const before = await rawOf(await pictureBytes())
    const { pixels } = await ask('flip horizontally')
    for (let x = 0; x < width; x++)
      expect([...pixels.subarray(x * 3, x * 3 + 3)]).toEqual([
        ...before.subarray((width - 1 - x) * 3, (width - x) * 3),
      ])
  })

  test('brighter is lighter, darker is darker, warmer has more red than blue', async () => {
    const mean = (pixels: Uint8Array, channel: number) =>
      pixels.reduce((sum, value, at) => (at % 3 === channel ? sum + value : sum), 0) / (pixels.length / 3)
    const before = await rawOf(await pictureBytes())
    const [light, dark, warm] = [await ask('brighter'), await ask('darker'), await ask('warmer')]
    expect(mean(light.pixels, 1)).toBeGreaterThan(mean(before, 1) + 10)
    expect(mean(dark.pixels, 1)).toBeLessThan(mean(before, 1) - 10)
    expect(mean(warm.pixels, 0) - mean(warm.pixels, 2)).toBeGreaterThan(
      mean(before, 0) - mean(before, 2) + 10,
    )
  })

  test('strength blends with the original', async () => {
    const before = await rawOf(await pictureBytes())
    const result = await ask('invert it', { strength: 0.25 })
    expect(result.pixels[0]).toBe(Math.round(before[0]! + (255 - 2 * before[0]!) * 0.25))
    expect(described(result)).toEqual(['inverted colours'])
    expect(notes(result)).toEqual(['at strength 0.25'])
  })

  test('a grey picture and a transparent one can be edited', async () => {
    const grey = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#888' } })
      .toColourspace('b-w').png().toBuffer() // prettier-ignore
    const clear = await sharp({ create: { width: 20, height: 10, channels: 4, background: '#8888' } })
      .png()
      .toBuffer()
    const [red, green, blue] = (await ask('make it sepia', { images: [grey] })).pixels
    expect(red! > green! && green! > blue!).toBe(true)
    expect(await ask('make it sepia', { images: [clear] })).toMatchObject({
      width: 20,
      height: 10,
      channels: 4,
    })
  })

  test('a picture lying on its side by its EXIF comes out upright', async () => {
    const lying = await sharp(await pictureBytes())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await ask('sepia', { images: [lying] })).toMatchObject({ width: height, height: width })
  })
})

describe('a mask', () => {
  const outsideIs = (pixels: Uint8Array, before: Buffer, from: number) => {
    for (let y = 0; y < height; y++)
      for (let x = 0; x < from; x++) {
        const at = (y * width + x) * 3
        expect(Buffer.compare(pixels.subarray(at, at + 3), before.subarray(at, at + 3))).toBe(0)
      }
  }

  test.each(['invert it', 'make it watercolour', 'blur it strongly', 'remove the dog', 'make the car red'])(
    'leaves what it does not mark bit for bit: %s',
    async (instruction) => {
      const before = await rawOf(await pictureBytes())
      const { pixels } = await ask(instruction, { mask: await maskFrom(50) })
      outsideIs(pixels, before, 50)
      expect(Buffer.compare(pixels, before)).not.toBe(0)
    },
  )

  test('grey is half way', async () => {
    const before = await rawOf(await pictureBytes())
    const { pixels } = await ask('invert it', { mask: await maskFrom(50) })
    const at = 50 * 3
    expect(pixels[at]).toBe(Math.round(before[at]! + (255 - 2 * before[at]!) * (128 / 255)))
  })

  test('filling takes away what stood out', async () => {
    const scene = await sharp({ create: { width: 200, height: 120, channels: 3, background: '#3060a0' } })
      .composite([{ input: { create: { width: 30, height: 30, channels: 3, background: '#ff2000' } }, left: 80, top: 40 }])
      .png().toBuffer() // prettier-ignore
    const mask = await sharp({ create: { width: 200, height: 120, channels: 3, background: '#000' } })
      .composite([{ input: { create: { width: 40, height: 40, channels: 3, background: '#fff' } }, left: 75, top: 35 }])
      .png().toBuffer() // prettier-ignore
    // A strength would let half of the red shine through: it has no say here.
    const { pixels } = await ask('remove the red box', { images: [scene], mask, strength: 0.8 })
    const centre = (55 * 200 + 95) * 3
    expect(Math.abs(pixels[centre]! - 0x30)).toBeLessThan(8)
    expect(Math.abs(pixels[centre + 2]! - 0xa0)).toBeLessThan(8)
  })
})

describe('sizes', () => {
  test('the picture’s own without a size, and exactly the size asked for', async () => {
    expect(await ask('sepia')).toMatchObject({ width, height })
    expect(await ask('sepia', { size: { width: 256, height: 256 } })).toMatchObject({
      width: 256,
      height: 256,
    })
    expect(await ask('rotate left')).toMatchObject({ width: height, height: width })
    expect(await ask('crop to a square')).toMatchObject({ width: height, height })
  })

  test('another shape shows the whole picture, and says so', async () => {
    const frame = await ask('sepia', { size: { width: 200, height: 200 } })
    expect(notes(frame).join()).toContain('the whole picture')
    const close = await ask('sepia', { size: { width: 193, height: 128 } })
    expect(notes(close)).toEqual([])
  })
})

describe('what can’t be done', () => {
  test.each<[string, string, Partial<EngineRequest>, string]>([
    ['nothing understood', 'make it sing', {}, 'not understood'],
    ['a new object', 'add a dog', {}, 'blocked'],
    ['a part that is not found', 'make the background black and white', {}, 'low confidence'],
    ['a ratio it has already', 'crop to 3:2', {}, 'no change'],
    ['turned all the way', 'rotate 360', {}, 'not understood'],
    ['twice the same mirror', 'flip it horizontally, then flip it horizontally', {}, 'no change'],
    ['no strength', 'sepia', { strength: 0 }, 'no change'],
    ['a finished picture described, with a mask', 'a red hat', {}, 'not understood'],
    ['nothing to draw from', 'a portrait of a woman', { images: [] }, 'blocked'],
  ])('%s', async (_, instruction, more, reason) => {
    const failure = await ask(instruction, more).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(NotUnderstood)
    expect(failure).toMatchObject({ reason })
    if (reason === 'not understood' || reason === 'blocked') {
      expect(String(failure)).toMatch(/API key.*(?:watercolour|landscapes)/)
    }
  })

  test('a black mask lets nothing change', async () => {
    const mask = await sharp({ create: { width, height, channels: 3, background: '#000' } })
      .png()
      .toBuffer()
    await expect(ask('sepia', { mask })).rejects.toThrow(/change nothing in this picture inside its mask/)
  })

  test('of two steps, one that does nothing is told', async () => {
    const { report } = await ask('crop to 3:2, sepia')
    expect(report.steps.map(({ operation, notes }) => [operation, notes])).toEqual([
      ['crop', expect.arrayContaining(['changed nothing'])],
      ['sepia', []],
    ])
  })
})

describe('from words alone', () => {
  const draw = (instruction: string, seed = 1) =>
    edit({ instruction, images: [], seed, size: { width: 160, height: 96 } })

  test('the same seed draws the same, another seed another picture', async () => {
    const [one, again, other] = [
      await draw('mountains', 4),
      await draw('mountains', 4),
      await draw('mountains', 5),
    ]
    expect(Buffer.compare(one.pixels, again.pixels)).toBe(0)
    const difference = one.pixels.reduce((sum, value, at) => sum + Math.abs(value - other.pixels[at]!), 0)
    expect(difference / one.pixels.length).toBeGreaterThan(5)
  })

  test.each([
    'A beautiful sunset over mountains with golden light', 'a lake', 'the sea', 'a forest at dawn', 'desert',
    'rolling hills', 'snow', 'a starry night', 'blue sky',
  ])('%s', async (instruction) => {
    const result = await draw(instruction)
    expect(result).toMatchObject({ width: 160, height: 96, channels: 3, report: { undone: [] } })
    expect(new Set(result.pixels).size).toBeGreaterThan(60)
  }) // prettier-ignore

  test('night is darker than day', async () => {
    const mean = ({ pixels }: { pixels: Uint8Array }) =>
      pixels.reduce((sum, value) => sum + value, 0) / pixels.length
    expect(mean(await draw('mountains at night'))).toBeLessThan(mean(await draw('mountains by day')) / 2)
  })

  test('a look is laid over it, and what can’t be drawn is told', async () => {
    const result = await draw('a mountain lake with a castle, black and white')
    expect(result.report.steps.map(({ operation }) => operation)).toEqual(['scene', 'black and white'])
    expect(result.report.undone.map(({ text }) => text)).toEqual(['castle'])
    expect(result.pixels[0]).toBe(result.pixels[2])
  })

  test('1024 × 1024 without a size', async () => {
    expect(await edit({ instruction: 'desert', images: [], seed: 1 })).toMatchObject({
      width: 1024,
      height: 1024,
    })
  })
})
