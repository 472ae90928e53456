import { describe, expect, test } from 'vitest'
import type { Picture } from '../picture'
import { boxAround } from './hole-box'
import { depthOf } from './depth'
import { fillHole } from './fill-hole'

function drawn(width: number, height: number, colourAt: (x: number, y: number) => number[]): Picture {
  const channels = colourAt(0, 0).length === 4 ? 4 : 3
  const pixels = Uint8Array.from(
    Array.from({ length: width * height }, (_, at) => colourAt(at % width, Math.floor(at / width))).flat(),
  )
  return { pixels, width, height, channels }
}

function holeIn({ width, height }: Picture, left: number, top: number, wide: number, high: number) {
  const hole = new Uint8Array(width * height)
  for (let y = top; y < top + high; y++) hole.fill(1, y * width + left, y * width + left + wide)
  return hole
}

const stripes = (x: number) => (x % 8 < 4 ? [230, 40, 40] : [20, 60, 200])

describe('filling a hole', () => {
  test('stripes go on through it, and nothing outside changes', async () => {
    const whole = drawn(96, 80, stripes)
    const hole = holeIn(whole, 36, 28, 24, 22)
    const damaged = {
      ...whole,
      pixels: whole.pixels.map((value, at) => (hole[Math.floor(at / 3)] ? 0 : value)),
    }
    const { pixels } = await fillHole(damaged, hole, 5)
    const wrong = [0, 0]
    for (let at = 0; at < pixels.length; at++) {
      const inside = hole[Math.floor(at / 3)]!
      if (Math.abs(pixels[at]! - whole.pixels[at]!) > (inside ? 24 : 0)) wrong[inside]!++
    }
    expect(wrong[0]).toBe(0)
    expect(wrong[1]! / (24 * 22 * 3)).toBeLessThan(0.02)
  })

  test('one colour around it is that colour within it, and transparency stays', async () => {
    const plain = drawn(64, 64, (x) => [120, 90, 30, x * 3])
    const hole = holeIn(plain, 20, 20, 20, 20)
    const damaged = { ...plain, pixels: plain.pixels.map((v, at) => (at % 4 < 3 && hole[at >> 2] ? 255 : v)) }
    expect((await fillHole(damaged, hole, 1)).pixels).toEqual(plain.pixels)
  })

  test('a picture larger than is worked on keeps the fine drawing of what it is filled with', async () => {
    const whole = drawn(1400, 300, (x) => stripes(x))
    const hole = holeIn(whole, 400, 120, 600, 60)
    const damaged = { ...whole, pixels: whole.pixels.map((v, at) => (hole[Math.floor(at / 3)] ? 128 : v)) }
    const { pixels } = await fillHole(damaged, hole, 1)
    let rough = 0
    for (let x = 410; x < 990; x++)
      if (Math.abs(pixels[(150 * 1400 + x) * 3]! - pixels[(150 * 1400 + x + 4) * 3]!) > 120) rough++
    expect(rough).toBeGreaterThan(400)
  })

  test('the same seed gives the same bytes, another one others', async () => {
    const noisy = drawn(90, 70, (x, y) => [
      (x * x * 7 + y * 31) % 256,
      (x * 13 + y * y * 3) % 256,
      (x * y) % 256,
    ])
    const hole = holeIn(noisy, 30, 20, 26, 26)
    const [once, again, other] = [await fillHole(noisy, hole, 1), await fillHole(noisy, hole, 1), await fillHole(noisy, hole, 2)] // prettier-ignore
    expect(once.pixels).toEqual(again.pixels)
    expect(once.pixels).not.toEqual(other.pixels)
  })

  test.each([
    [1, 1],
    [3, 2],
    [1, 400],
  ])('a picture of %i × %i does not throw, even where all of it is the hole', async (width, height) => {
    const tiny = drawn(width, height, () => [9, 8, 7])
    expect((await fillHole(tiny, holeIn(tiny, 0, 0, 1, 1), 1)).pixels).toHaveLength(width * height * 3)
    expect((await fillHole(tiny, new Uint8Array(width * height).fill(1), 1)).pixels).toHaveLength(
      width * height * 3,
    )
  })

  test('without a hole it is the same picture', async () => {
    const plain = drawn(5, 4, () => [1, 2, 3])
    expect(await fillHole(plain, new Uint8Array(20), 1)).toBe(plain)
  })
})

test('the box around a hole has a margin within the frame', () => {
  const frame = { width: 1000, height: 500, pixels: new Uint8Array(0), channels: 3 as const }
  expect(boxAround(holeIn(frame, 300, 10, 200, 50), frame)).toEqual({
    left: 80,
    top: 0,
    width: 640,
    height: 156,
  })
})

test('depth counts steps to the rim', () => {
  expect([...depthOf(Uint8Array.from([0, 1, 1, 1, 0]), 5, 1)]).toEqual([0, 1, 2, 1, 0])
})
