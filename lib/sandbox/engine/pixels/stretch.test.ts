import { describe, expect, test } from 'vitest'
import { randomNumbers } from '../random'
import type { Picture } from '../picture'
import { emptyPlane } from './float-picture'
import { alongColourLines, guidedColourLines } from './guided-filter'
import { reducePicture, resizePlane } from './stretch'

describe('a plane stretched', () => {
  test('lies between its pixels, and its edges reach to the frame', () => {
    const plane = { width: 2, height: 1, data: Float32Array.of(0, 1) }
    expect([...resizePlane(plane, 4, 1).data]).toEqual([0, 0.25, 0.75, 1])
    expect([...resizePlane(plane, 2, 3).data]).toEqual([0, 1, 0, 1, 0, 1])
  })

  test('a slope stays a slope at any size', () => {
    const slope = emptyPlane(50, 40)
    for (let y = 0; y < 40; y++)
      for (let x = 0; x < 50; x++) slope.data[y * 50 + x] = (x + 0.5) / 50 + (y + 0.5) / 20
    const large = resizePlane(slope, 173, 91)
    for (let y = 3; y < 88; y++)
      for (let x = 3; x < 170; x++)
        expect(large.data[y * 173 + x]).toBeCloseTo((x + 0.5) / 173 + ((y + 0.5) / 91) * 2, 4)
  })
})

test('a reduced picture is the means of its squares, cut ones too', () => {
  const pixels = Uint8Array.from({ length: 27 }, (_, at) => Math.floor(at / 3) * 10)
  const picture: Picture = { pixels, width: 3, height: 3, channels: 3 }
  const { width, height, data } = reducePicture(picture, 2)
  expect([width, height]).toEqual([2, 2])
  const green = [...data].filter((_, at) => at % 3 === 1).map((value) => Math.round(value * 255))
  expect(green).toEqual([20, 35, 65, 80])
})

test('lines found on a reduced picture follow the edges of the full one', () => {
  const [width, height] = [96, 96]
  const random = randomNumbers(3)
  const picture: Picture = { pixels: new Uint8Array(width * height * 3), width, height, channels: 3 }
  // A slanted edge between two noisy colours, and a mask that has it four pixels off.
  const side = (x: number, y: number, off: number) => x + y * 0.5 > 70 + off
  const mask = emptyPlane(width, height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const colour = side(x, y, 0) ? [180, 76, 51] : [51, 102, 153]
      for (const channel of [0, 1, 2]) picture.pixels[at * 3 + channel] = colour[channel]! + random() * 10
      mask.data[at] = side(x, y, 4) ? 1 : 0
    }
  const wrong = (plane: { data: Float32Array }) => {
    let count = 0
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++, at++) if (plane.data[at]! > 0.5 !== side(x, y, 0)) count++
    return count
  }
  const full = alongColourLines(picture, guidedColourLines(reducePicture(picture, 1), mask, 8, 1e-4), 0, 1)
  const small = reducePicture(picture, 2)
  const half = guidedColourLines(small, resizePlane(mask, small.width, small.height), 4, 1e-4)
  const quick = alongColourLines(picture, half, 0, 1)
  expect(wrong(mask)).toBeGreaterThan(300)
  expect(wrong(full)).toBeLessThan(wrong(mask) / 4)
  expect(wrong(quick)).toBeLessThan(wrong(mask) / 4)
})
