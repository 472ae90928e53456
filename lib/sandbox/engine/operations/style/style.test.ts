import { describe, expect, test } from 'vitest'
import type { EditContext, ListedOperation } from '@/lib/sandbox/engine/operation'
import { operations } from '@/lib/sandbox/engine/operations/registry'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import { contextFor } from '../context-for-tests'

const names = [
  'oil painting', 'watercolour', 'impressionist', 'Van Gogh', 'pointillism', 'pencil sketch', 'coloured pencil',
  'charcoal', 'ink', 'woodcut', 'stencil', 'cartoon', 'comic', 'halftone', 'CMYK print', 'pixel art', 'mosaic',
  'stained glass', 'low poly', 'neon',
] // prettier-ignore
const styles = names.map((name) => [name, operations.find((one) => one.name === name)!] as const)

/** A disc on a slope of colours, with a little noise. */
function picture(width: number, height: number, channels: 3 | 4 = 3): Picture {
  const random = randomNumbers(11)
  const pixels = new Uint8Array(width * height * channels)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += channels) {
      const disc = Math.hypot(x - width * 0.5, y - height * 0.45) < height * 0.25
      pixels[at] = (disc ? 200 : 60 + (x / width) * 120) + random() * 12
      pixels[at + 1] = (disc ? 70 : 90 + (y / height) * 100) + random() * 12
      pixels[at + 2] = (disc ? 50 : 190 - (x / width) * 90) + random() * 12
      if (channels === 4) pixels[at + 3] = (x * 5) % 256
    }
  return { pixels, width, height, channels }
}

async function draw(operation: ListedOperation, from: Picture, seed = 1, more: Partial<EditContext> = {}) {
  const words = operation.example.toLowerCase()
  const matched = operation.pattern.exec(words)![0]
  const step = operation.plan({ near: words, matched, clause: words, quotes: [], images: 1, hasMask: false })!
  return { drawn: await step.apply(from, contextFor(from, { seed, ...more })), step }
}

describe.each(styles)('%s', (_, operation) => {
  test('changes the picture, the same way for the same seed, and keeps its transparency', async () => {
    const original = picture(112, 80, 4)
    const { drawn, step } = await draw(operation, original)
    const again = await draw(operation, original)
    const other = await draw(operation, original, 2)
    expect(drawn).toMatchObject({ width: 112, height: 80, channels: 4 })
    expect(drawn.pixels).not.toEqual(original.pixels)
    expect(again.drawn.pixels).toEqual(drawn.pixels)
    expect(Buffer.compare(other.drawn.pixels, drawn.pixels) !== 0).toBe(step.seeded)
    const alphaOf = ({ pixels }: Picture) => pixels.filter((_, at) => at % 4 === 3)
    expect(alphaOf(drawn)).toEqual(alphaOf(original))
  })

  test('the disc stays where it was: light and dark about as before', async () => {
    const original = picture(160, 120)
    const { drawn } = await draw(operation, original)
    // What a number that is none leaves behind is black, or one value over all the rest of the picture.
    expect(new Set(drawn.pixels.subarray(Math.floor(drawn.pixels.length * 0.9))).size).toBeGreaterThan(1)
    const [mean, spread] = meanAndSpread(drawn)
    expect(mean).toBeGreaterThan(8)
    expect(spread).toBeGreaterThan(5)
  })

  test.each([
    [1, 1],
    [3, 2],
    [1, 400],
    [90, 2],
  ])('%i × %i does not throw', async (width, height) => {
    const { drawn } = await draw(operation, picture(width, height))
    expect(drawn.pixels).toHaveLength(width * height * 3)
  })
})

test('large pictures come back at their size', async () => {
  const { drawn } = await draw(styles.find(([name]) => name === 'ink')![1], picture(1800, 200, 4))
  expect(drawn).toMatchObject({ width: 1800, height: 200, channels: 4 })
})

test('a face is painted closer to the picture than the same place without one', async () => {
  const original = picture(240, 180)
  const operation = styles.find(([name]) => name === 'Van Gogh')![1]
  const face = { centre: { x: 0.5, y: 0.5 }, width: 2, height: 2, confidence: 0.9 }
  const faces = async () => [face]
  const [plain, spared] = [await draw(operation, original), await draw(operation, original, 1, { faces })]
  const off = ({ pixels }: Picture) =>
    pixels.reduce((sum, value, at) => sum + Math.abs(value - original.pixels[at]!), 0) / pixels.length
  expect(off(spared.drawn)).toBeLessThan(off(plain.drawn) * 0.9)
})

function meanAndSpread({ pixels }: Picture): [number, number] {
  const mean = pixels.reduce((sum, value) => sum + value, 0) / pixels.length
  return [mean, Math.sqrt(pixels.reduce((sum, value) => sum + (value - mean) ** 2, 0) / pixels.length)]
}
