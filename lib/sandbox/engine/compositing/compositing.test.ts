import { describe, expect, test } from 'vitest'
import type { Colour } from '../change-colours'
import type { Picture } from '../picture'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import { bokeh } from './bokeh'
import { contactShadow } from './contact-shadow'
import { cutOut, type CutOut } from './cut-out'
import { distanceTo } from './distance'
import { gradient } from './gradient'
import { keepLargePieces } from './keep-large-pieces'
import { layOver } from './lay-over'
import { matchLight } from './match-light'
import { plain } from './plain'
import { shade } from './shade'
import { standIn } from './stand-in'
import { cutEdges, subjectBox } from './subject-box'

const red: Colour = [220, 30, 20]
const blue: Colour = [20, 40, 200]

function planeBy(width: number, height: number, value: (x: number, y: number) => number): Plane {
  const plane = emptyPlane(width, height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) plane.data[y * width + x] = value(x, y)
  return plane
}

/** Red by its cover upon blue, as a lens would mix them. */
function mixed(cover: Plane): Picture {
  const pixels = new Uint8Array(cover.data.length * 3)
  cover.data.forEach((share, at) =>
    pixels.set(
      red.map((value, channel) => Math.round(blue[channel]! + (value - blue[channel]!) * share)),
      at * 3,
    ),
  )
  return { pixels, width: cover.width, height: cover.height, channels: 3 }
}

const colourAt = ({ pixels, width, channels }: Picture, x: number, y: number) => [
  ...pixels.subarray((y * width + x) * channels, (y * width + x + 1) * channels),
]

/** A box of one colour, transparent around. */
function box(width: number, height: number, [left, top, right, bottom]: number[], colour = red): CutOut {
  const pixels = new Uint8Array(width * height * 4)
  for (let y = top!; y < bottom!; y++)
    for (let x = left!; x < right!; x++) pixels.set([...colour, 255], (y * width + x) * 4)
  return { pixels, width, height, channels: 4 }
}

test('a cut-out’s soft edge loses the colour of what was behind', async () => {
  const cover = planeBy(400, 40, (x) => (x < 199 ? 1 : x > 200 ? 0 : (201 - x) * 0.4))
  const cut = await cutOut(mixed(cover), cover)
  const [r, g, b, alpha] = colourAt(cut, 200, 20)
  expect(alpha).toBe(Math.round(0.4 * 255))
  expect(Math.abs(r! - red[0]) + Math.abs(g! - red[1]) + Math.abs(b! - red[2])).toBeLessThan(30)
  expect(colourAt(cut, 10, 20)).toEqual([...red, 255])
  expect(colourAt(cut, 300, 20)[3]).toBe(0)
})

describe('laying over', () => {
  test('mixes by transparency, wherever it lies', () => {
    const half: CutOut = { pixels: Uint8Array.from([200, 100, 0, 51]), width: 1, height: 1, channels: 4 }
    const laid = layOver(plain({ width: 2, height: 1 }, [100, 100, 100]), half, { left: 1, top: 0 })
    expect([...laid.pixels]).toEqual([100, 100, 100, 120, 100, 80])
    expect(layOver(laid, half, { left: -5, top: 3 }).pixels).toEqual(laid.pixels)
  })

  test('a shadow darkens what is there and shows on nothing too', () => {
    const dark = planeBy(1, 1, () => 0.5)
    expect([...shade(plain({ width: 1, height: 1 }, [100, 60, 20]), dark).pixels]).toEqual([50, 30, 10])
    const nothing: Picture = { pixels: new Uint8Array(4), width: 1, height: 1, channels: 4 }
    expect([...shade(nothing, dark).pixels]).toEqual([0, 0, 0, 128])
  })
})

test('distances are exact', () => {
  const distance = distanceTo(planeBy(7, 5, (x, y) => (x === 1 && y === 1 ? 1 : 0)))
  expect(distance.data[1 * 7 + 1]).toBe(0)
  expect(distance.data[4 * 7 + 5]).toBe(5)
  expect(distance.data[0]).toBeCloseTo(Math.SQRT2)
})

test('a gradient goes from one colour to the other', () => {
  const across = gradient({ width: 64, height: 2 }, red, blue, 'across')
  for (const [x, colour] of [
    [0, red],
    [63, blue],
  ] as const)
    colourAt(across, x, 0).forEach((value, channel) =>
      expect(Math.abs(value - colour[channel]!)).toBeLessThan(12),
    )
})

test('blurring behind the subject mixes none of it in', () => {
  const cover = planeBy(64, 64, (x, y) => (Math.hypot(x - 32, y - 32) < 15 ? 1 : 0))
  const blurred = bokeh(mixed(cover), cover, 0.05)
  for (let at = 0; at < 64 * 64; at++)
    if (cover.data[at] === 0)
      blue.forEach((value, channel) =>
        expect(Math.abs(blurred.pixels[at * 3 + channel]! - value)).toBeLessThan(3),
      )
})

test('specks are left out, and the rest stays as it was', () => {
  const cover = planeBy(60, 40, (x, y) => (x < 20 ? 0.9 : x > 55 && y < 2 ? 1 : 0))
  const kept = keepLargePieces(cover)
  expect(kept.data[57]).toBeLessThan(0.01)
  expect(kept.data[5]).toBe(cover.data[5])
})

test('in dark blue light a cut-out gets darker and bluer, and stays what it was', async () => {
  const lit = await matchLight(
    box(32, 32, [4, 4, 28, 28], [200, 180, 160]),
    plain({ width: 32, height: 32 }, [20, 30, 80]),
  )
  const [r, g, b, alpha] = colourAt(lit, 16, 16)
  expect(r! + g! + b!).toBeLessThan(200 + 180 + 160 - 15)
  expect(b! - r!).toBeGreaterThan(160 - 200)
  expect(alpha).toBe(255)
  expect(Math.min(r!, g!, b!)).toBeGreaterThan(60)
})

describe('standing in another picture', () => {
  const target = plain({ width: 120, height: 80 }, [90, 120, 90])
  const place = { side: 'centre', depth: 'middle' } as const
  const isRed = (picture: Picture, x: number, y: number) => {
    const [r, g] = colourAt(picture, x, y)
    return r! > g! * 1.8
  }

  test('the box and the edges that cut it are found', () => {
    const cut = box(40, 40, [10, 12, 30, 40])
    expect(subjectBox(cut)).toEqual({ left: 10, top: 12, right: 30, bottom: 40 })
    expect(cutEdges(subjectBox(cut)!, cut)).toEqual({ left: false, right: false, top: false, bottom: true })
    expect(subjectBox(box(5, 5, [0, 0, 0, 0]))).toBeUndefined()
  })

  test('a whole subject stands on the ground with a shadow under it', async () => {
    const { picture, cutOff } = await standIn(target, box(40, 40, [10, 5, 30, 35]), place)
    expect(cutOff).toBeUndefined()
    expect(isRed(picture, 60, 50)).toBe(true)
    expect(isRed(picture, 60, 79)).toBe(false)
    expect(colourAt(picture, 60, 76)[1]).toBeLessThan(110)
    expect(colourAt(picture, 5, 5)).toEqual([90, 120, 90])
  })

  test('one that is cut off below comes to the lower edge', async () => {
    const { picture, cutOff } = await standIn(target, box(40, 40, [10, 10, 30, 40]), {
      ...place,
      side: 'left',
    })
    expect(cutOff).toBe('below')
    expect(isRed(picture, 32, 79)).toBe(true)
  })

  test('one that is cut off on the left stays at the left edge, wherever it is wanted', async () => {
    const { picture, cutOff } = await standIn(target, box(40, 40, [0, 10, 20, 30]), {
      ...place,
      side: 'right',
    })
    expect(cutOff).toBe('on the left')
    expect(isRed(picture, 0, 60)).toBe(true)
  })

  test('shadows lie where something stands, not everywhere', () => {
    const shadow = contactShadow({ width: 120, height: 80 }, box(20, 30, [0, 0, 20, 30]), {
      left: 50,
      top: 40,
    })
    expect(shadow.data[70 * 120 + 60]).toBeGreaterThan(0.3)
    expect(shadow.data[20 * 120 + 60]).toBe(0)
    expect(Math.max(...shadow.data)).toBeLessThanOrEqual(0.75)
  })
})
