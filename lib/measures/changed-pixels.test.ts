import { expect, test } from 'vitest'
import { changedPixels } from './changed-pixels'
import { colourDifference } from './colour-difference'
import { labOf } from './lab'
import { plane, type Channels } from './picture-copy'
import { shareOutsideMask } from './share-outside-mask'

const size = { width: 100, height: 60 }
type Colour = [number, number, number]

function painted(colour: (x: number, y: number) => Colour): Channels {
  const channels: Channels = [plane(size), plane(size), plane(size)]
  for (let at = 0; at < size.width * size.height; at++)
    for (const [channel, value] of colour(at % size.width, Math.floor(at / size.width)).entries())
      channels[channel]!.values[at] = value
  return channels
}

/** Grey, lighter from left to right. */
const shade = (x: number): Colour => [60 + x, 60 + x, 60 + x]
const input = painted(shade)

test('equal pictures: nothing changed, no cast', () => {
  expect(changedPixels(input, input)).toMatchObject({ share: 0, colourCast: 0 })
})

test('a quarter painted red is a quarter changed, and no cast on the rest', () => {
  const output = painted((x, y) => (x < 50 && y < 30 ? [220, 30, 30] : shade(x)))
  const { share, colourCast } = changedPixels(input, output)
  // The smoothed border adds at most three pixels along its 80.
  expect(share).toBeGreaterThanOrEqual(0.25)
  expect(share).toBeLessThan(0.25 + (3 * 80) / 6000)
  expect(colourCast).toBeLessThan(0.1)
})

test('a uniform tint is a cast of its own difference, not a change', () => {
  const grey = painted(() => [128, 128, 128])
  const tinted = painted(() => [138, 128, 108])
  const { share, colourCast } = changedPixels(grey, tinted)
  expect(share).toBe(0)
  expect(colourCast).toBeCloseTo(colourDifference(labOf(128, 128, 128), labOf(138, 128, 108)), 4)
  expect(colourCast).toBeGreaterThan(8)
})

test('a wrong white balance, which grows with lightness, is a cast; what was painted on it is still a change', () => {
  const tint = ([red, green, blue]: Colour): Colour => [red * 1.03, green, blue * 0.88]
  const output = painted((x, y) => tint(x < 50 && y < 30 ? [220, 30, 30] : shade(x)))
  const { share, colourCast } = changedPixels(input, output)
  expect(share).toBeGreaterThanOrEqual(0.25)
  expect(share).toBeLessThan(0.29)
  expect(colourCast).toBeGreaterThan(5)
})

test('a strong tint is a change, and then no cast is told', () => {
  const { share, colourCast } = changedPixels(
    input,
    painted((x) => [x / 2, 60 + x, 255]),
  )
  expect(share).toBe(1)
  expect(colourCast).toBeUndefined()
})

test('outside a mask: what bleeds over its border by smoothing does not count', () => {
  const isInside = (x: number) => x < 40
  const mask = painted((x) => (isInside(x) ? [255, 255, 255] : [0, 0, 0]))[0]
  const inside = changedPixels(
    input,
    painted((x) => (isInside(x) ? [220, 30, 30] : shade(x))),
  )
  expect(inside.share).toBeGreaterThan(0.4)
  expect(shareOutsideMask(inside.changed, mask)).toBe(0)
  // Ten of the sixty columns outside, less the four that the mask's own border takes.
  const leaked = changedPixels(
    input,
    painted((x) => (x < 40 || x >= 90 ? [220, 30, 30] : shade(x))),
  )
  expect(shareOutsideMask(leaked.changed, mask)).toBeCloseTo(10 / 56, 1)
  expect(shareOutsideMask(leaked.changed, painted(() => [255, 255, 255])[0])).toBeUndefined()
})
