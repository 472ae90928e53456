import { describe, expect, test } from 'vitest'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { understand } from '@/lib/sandbox/engine/grammar/understand'
import { blend } from './blend'
import { collage, place } from './collage'
import { matchColours } from './match-colours'
import { contextFor } from '../context-for-tests'

const named = (phrase: string, images = 2) =>
  understand(phrase, images, false).steps.map(({ operation }) => operation)

test.each([
  ['make a collage', 'collage'],
  ['both photos next to each other', 'collage'],
  ['put them side by side', 'collage'],
  ['double exposure of the two pictures', 'blend'],
  ['blend both images', 'blend'],
  ['overlay image 2 on image 1', 'blend'],
  ['match the colors of image 2', 'match the colours'],
  ['make it look like image 2’s colours', 'match the colours'],
  ['use the palette of the second picture', 'match the colours'],
])('%s', (phrase, operation) => {
  expect(named(phrase)).toEqual([operation])
  expect(named(phrase, 1)).not.toContain(operation)
})

function plain(width: number, height: number, colour: readonly number[]): Picture {
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, at) => colour[at % 3]!)
  return { pixels, width, height, channels: 3 }
}

const context = (second: Picture) =>
  contextFor(second, { region: () => Promise.reject(new Error('not asked for')) })
const planned = (operation: typeof blend, clause: string, images = 2) =>
  operation.plan({
    near: clause,
    matched: operation.pattern.exec(clause)![0],
    clause,
    quotes: [],
    images,
    hasMask: false,
  })!

describe('collage', () => {
  const [first, second] = [plain(100, 50, [255, 0, 0]), plain(50, 50, [0, 0, 255])]

  test('a row keeps shapes at one height, a column at one width', () => {
    expect(place([first, second], 'row', false)).toMatchObject({ width: 150, height: 50 })
    expect(place([first, second], 'column', false)).toMatchObject({ width: 100, height: 150 })
    expect(place([first, second, first, second, first], 'grid', false)).toMatchObject({
      width: 300,
      height: 100,
    })
  })

  test('one large picture beside another stays within bounds', () => {
    const { width } = place([plain(1, 1, [0]), plain(9000, 1, [0])], 'row', true)
    expect(width).toBeLessThan(4200)
  })

  test('both pictures are on it', async () => {
    const { width, height, pixels } = await planned(collage, 'side by side').apply(first, context(second))
    const at = (x: number, y: number) => [...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]
    expect([at(0, 0), at(20, 25), at(width - 20, 25)]).toEqual([
      [255, 255, 255],
      [255, 0, 0],
      [0, 0, 255],
    ])
    expect(height).toBe(52)
  })
})

describe('blend', () => {
  const [grey, white] = [plain(8, 8, [100, 100, 100]), plain(4, 4, [255, 255, 255])]
  test.each([
    ['blend both images', 178],
    ['multiply image 2', 100],
    ['blend image 2 at 20 %', 131],
  ])('%s', async (phrase, value) => {
    const { pixels } = await planned(blend, phrase).apply(grey, context(white))
    expect(Math.abs(pixels[0]! - value)).toBeLessThanOrEqual(1)
  })
})

test('colours come from the other picture, drawing stays', async () => {
  const stripes = plain(64, 64, [0, 0, 0])
  stripes.pixels.forEach((_, at) => (stripes.pixels[at] = 60 + (Math.floor(at / 3) % 4) * 40))
  const orange = plain(64, 64, [0, 0, 0])
  orange.pixels.forEach((_, at) => {
    const light = 0.4 + (Math.floor(at / 3) % 4) * 0.2
    orange.pixels[at] = [230, 130, 40][at % 3]! * light
  })
  const { pixels } = await planned(matchColours, 'match the colours of image 2').apply(
    stripes,
    context(orange),
  )
  const [red, , blue] = [pixels[9]!, pixels[10]!, pixels[11]!]
  expect(red - blue).toBeGreaterThan(60)
  expect(pixels[9]!).toBeGreaterThan(pixels[0]! + 30)
})
