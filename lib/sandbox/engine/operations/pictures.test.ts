import { describe, expect, test } from 'vitest'
import type { Picture } from '../picture'
import { emptyPlane } from '../pixels/float-picture'
import { noiseOf } from '../noise'
import { understand } from '../grammar/understand'
import { contextFor } from './context-for-tests'

/** One phrase for each way of looks, frames and recolouring here; the golden pictures show how they look. */
const phrases = [
  'brighten it by 30%', 'darker', 'more contrast', 'less contrast', 'lift the shadows', 'crush the shadows',
  'recover the highlights', 'brighter highlights', 'HDR', 'less clarity', 'enhance this photo', 'add a vignette',
  'fix the white balance', 'warmer', 'more vivid', 'pastel colours', 'hue 90', 'tint it teal', 'duotone', 'cyanotype',
  'black and white', 'film noir', 'sepia', 'vintage film look', 'cinematic', 'invert', 'solarise it', 'posterise',
  'threshold', 'thermal', 'blueprint', 'dreamy glow', 'add film grain', 'remove noise', 'sharpen', 'blur 2 px',
  'motion blur', 'tilt-shift', 'pixelate 3 px', 'emboss it', 'glitch effect', 'write "Hi" at the top',
  'smooth the skin', 'blur the face', 'pixelate the face', 'change her hair to pink', 'make her clothes green',
  'turn the subject red',
] // prettier-ignore
const frames = [
  'rotate 90', 'rotate 7 degrees', 'flip it', 'crop to 3:2', 'crop to the subject', 'resize to 50%', 'resize to 40x40',
  'add a border', 'polaroid with the caption "Hi"', 'rounded corners', 'crop to a circle',
] // prettier-ignore

/** Colours, darks and lights, with a hole and a soft edge in its transparency. */
function picture(width: number, height: number, channels: 3 | 4): Picture {
  const noise = noiseOf(5)
  const pixels = new Uint8Array(width * height * channels)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < channels; channel++, at++)
        pixels[at] =
          channel === 3
            ? Math.min(255, Math.hypot(x - width / 2, y - height / 2) * 20)
            : 300 * noise(x / 9 + channel * 40, y / 9) - 20
  return { pixels, width, height, channels }
}

/** All parts are the left half. */
async function half({ width, height }: Picture) {
  const cover = emptyPlane(width, height)
  for (let at = 0; at < cover.data.length; at++) cover.data[at] = at % width < width / 2 ? 1 : 0
  return { cover, confidence: 1 }
}

async function draw(phrase: string, from: Picture, seed = 1) {
  const [step] = understand(phrase, 1, false).steps
  const context = contextFor(from, {
    seed,
    region: (name) => half(name === 'skin' && /hair|clothes|red/.test(phrase) ? { ...from, width: 0 } : from),
  })
  return step!.apply(from, context)
}

const alphaOf = ({ pixels }: Picture) => pixels.filter((_, at) => at % 4 === 3)

describe.each(phrases)('%s', (phrase) => {
  test('same seed, same bytes; the frame and the transparency stay', async () => {
    const from = picture(96, 64, 4)
    const drawn = await draw(phrase, from)
    expect(drawn).toMatchObject({ width: 96, height: 64, channels: 4 })
    expect(Buffer.compare((await draw(phrase, from)).pixels, drawn.pixels)).toBe(0)
    expect(Buffer.compare(drawn.pixels, from.pixels)).not.toBe(0)
    if (!phrase.startsWith('write')) expect(Buffer.compare(alphaOf(drawn), alphaOf(from))).toBe(0)
  })

  test('takes pictures of a few pixels', async () => {
    for (const [width, height] of [
      [1, 1],
      [1, 90],
      [3, 2],
    ] as const)
      // prettier-ignore
      expect(await draw(phrase, picture(width, height, 3))).toMatchObject({ width, height, channels: 3 })
  })
})

test.each(frames)('%s takes pictures of a few pixels', async (phrase) => {
  for (const [width, height] of [
    [1, 1],
    [1, 90],
    [3, 2],
    [60, 40],
  ] as const) {
    const drawn = await draw(phrase, picture(width, height, 4))
    expect(drawn.pixels).toHaveLength(drawn.width * drawn.height * drawn.channels)
    expect(drawn.width * drawn.height).toBeGreaterThan(0)
  }
})

test.each(['add film grain', 'vintage film look', 'glitch effect'])(
  '%s: another seed, another picture',
  async (phrase) => {
    const from = picture(96, 64, 3)
    const [one, other] = [await draw(phrase, from, 1), await draw(phrase, from, 2)]
    expect(Buffer.compare(one.pixels, other.pixels)).not.toBe(0)
  },
)

describe('by hand', () => {
  const grey = (value: number, width = 8, height = 8): Picture => ({
    pixels: new Uint8Array(width * height * 3).fill(value),
    width,
    height,
    channels: 3,
  })
  const first = async (phrase: string, from: Picture) => [...(await draw(phrase, from)).pixels.subarray(0, 3)]

  test('tones', async () => {
    // (128 / 255) ^ (1 / 1.54) and (128 / 255) ^ 1.54
    expect(await first('brighten it by 30%', grey(128))).toEqual([163, 163, 163])
    expect(await first('darken it by 30%', grey(128))).toEqual([88, 88, 88])
    expect(await first('brighten it by 30%', grey(255))).toEqual([255, 255, 255])
    expect(await first('invert', grey(100))).toEqual([155, 155, 155])
  })

  test('greys have no hue to shift, to tint they have', async () => {
    expect(await first('hue 120', grey(100))).toEqual([100, 100, 100])
    expect(await first('more vivid', grey(100))).toEqual([100, 100, 100])
    const [red, green, blue] = await first('tint it blue', grey(100))
    expect(blue!).toBeGreaterThan(Math.max(red!, green!))
  })

  test('frames', async () => {
    const from = picture(60, 40, 3)
    expect(await draw('crop to 1:1', from)).toMatchObject({ width: 40, height: 40 })
    expect(await draw('resize to 30x30', from)).toMatchObject({ width: 30, height: 20 })
    expect(await draw('resize to 50%', from)).toMatchObject({ width: 30, height: 20 })
    const framed = await draw('a 5 px red border', from)
    expect(framed).toMatchObject({ width: 70, height: 50 })
    expect([...framed.pixels.subarray(0, 3)]).toEqual([214, 40, 40])
    const round = await draw('rounded corners', from)
    expect(round.channels).toBe(4)
    expect(round.pixels[3]).toBe(0)
    expect(round.pixels[(20 * 60 + 30) * 4 + 3]).toBe(255)
  })

  test('a crop keeps the subject inside', async () => {
    // The subject is the left half: the square begins at the left border.
    const from = picture(60, 30, 3)
    const cropped = await draw('crop to 1:1', from)
    expect([...cropped.pixels.subarray(0, 6)]).toEqual([...from.pixels.subarray(0, 6)])
  })

  test('blocks have one colour each', async () => {
    const { pixels } = await draw('pixelate 4 px', picture(8, 8, 3))
    for (let x = 1; x < 4; x++) expect(pixels[x * 3]).toBe(pixels[0])
  })
})
