import { describe, expect, it } from 'vitest'
import { cropFits, fitCrop, largestCrop, moveCrop, overhang } from './crop-geometry'
import { dragHandle, type Handle } from './drag-crop'
import { extendToShape } from './extend-to-shape'
import { seededNumbers } from './random-edits-for-tests'

const level = { frame: { width: 400, height: 300 }, angle: 0 }
const tilted = { frame: { width: 400, height: 300 }, angle: 10 }

describe('largestCrop', () => {
  it('is all of a level picture, or all of one side', () => {
    expect(largestCrop(level, 4 / 3)).toEqual({ left: 0, top: 0, width: 400, height: 300 })
    expect(largestCrop(level, 1)).toEqual({ left: 50, top: 0, width: 300, height: 300 })
    expect(largestCrop(level, 16 / 9)).toEqual({ left: 0, top: 38, width: 400, height: 225 })
  })

  it.each([0.2, 1, 4 / 3, 5])('touches the border of a tilted one at ratio %d', (ratio) => {
    for (const angle of [-45, -10, 3, 45]) {
      const crop = largestCrop({ ...tilted, angle }, ratio)
      const larger = {
        left: crop.left - 2,
        top: crop.top - 2,
        width: crop.width + 4,
        height: crop.height + 4,
      }
      expect(cropFits({ ...tilted, angle }, crop)).toBe(true)
      expect(overhang({ ...tilted, angle }, larger)).toBeGreaterThan(0)
    }
  })
})

describe('moveCrop', () => {
  it('stops at the border', () => {
    const crop = { left: 0, top: 0, width: 100, height: 50 }
    expect(moveCrop(level, crop, { x: 1000, y: 100 })).toEqual({ ...crop, left: 300, top: 75 })
    expect(moveCrop(level, crop, { x: -1000, y: -1 })).toEqual(crop)
    const moved = moveCrop(tilted, crop, { x: 1000, y: 100 })
    expect(cropFits(tilted, moved)).toBe(true)
    expect(Math.abs(overhang(tilted, moved))).toBeLessThan(1)
  })
})

it('fitCrop moves what can be moved and shrinks the rest in its shape', () => {
  const small = { left: -30, top: 0, width: 100, height: 100 }
  expect(fitCrop(level, small)).toEqual({ ...small, left: 0 })
  const shrunk = fitCrop(tilted, { left: 0, top: 0, width: 400, height: 300 })
  expect(cropFits(tilted, shrunk)).toBe(true)
  expect(shrunk.width / shrunk.height).toBeCloseTo(4 / 3, 1)
})

describe('dragHandle', () => {
  const crop = { left: 100, top: 100, width: 100, height: 100 }
  const corner: Handle = { x: 1, y: 1 }

  it('draws a corner or a side; the opposite one stays', () => {
    expect(dragHandle(level, crop, corner, { x: 250, y: 220 })).toEqual({ ...crop, width: 150, height: 120 })
    expect(dragHandle(level, crop, { x: -1, y: 0 }, { x: 60, y: 0 })).toEqual({
      ...crop,
      left: 60,
      width: 140,
    })
  })

  it('goes to the border and along it', () => {
    expect(dragHandle(level, crop, corner, { x: 9000, y: 220 })).toEqual({ ...crop, width: 300, height: 120 })
  })

  it('stays large enough to be got hold of', () => {
    expect(dragHandle(level, crop, corner, { x: 0, y: 0 })).toEqual({ ...crop, width: 8, height: 8 })
  })

  it('keeps a shape: from a corner, and from a side about its middle', () => {
    expect(dragHandle(level, crop, corner, { x: 250, y: 220 }, 1)).toEqual({
      ...crop,
      width: 150,
      height: 150,
    })
    expect(dragHandle(level, crop, { x: 1, y: 0 }, { x: 260, y: 0 }, 1)).toEqual({
      left: 100,
      top: 70,
      width: 160,
      height: 160,
    })
    expect(dragHandle(level, crop, corner, { x: 9000, y: 9000 }, 1)).toEqual({
      ...crop,
      width: 200,
      height: 200,
    })
  })

  it('never leaves the picture nor grows out of it, however often it is drawn', () => {
    const random = seededNumbers(3)
    for (const angle of [0, -33.3, 7, 45]) {
      const picture = { frame: { width: 397, height: 301 }, angle }
      let now = largestCrop(picture, 1.2)
      for (let round = 0; round < 400; round++) {
        const direction = () => (Math.floor(random() * 3) - 1) as Handle['x']
        const to = { x: random() * 600 - 100, y: random() * 500 - 100 }
        const ratio = random() < 0.5 ? undefined : 0.5 + random()
        now = dragHandle(picture, now, { x: direction(), y: direction() }, to, ratio)
        if (round % 5 === 0) now = moveCrop(picture, now, to)
        expect(cropFits(picture, now), JSON.stringify({ angle, now })).toBe(true)
        expect(Object.values(now).every(Number.isInteger)).toBe(true)
        expect(Math.min(now.width, now.height)).toBeGreaterThan(0)
      }
    }
  })
})

it('extendToShape adds on both sides alike, and never cuts', () => {
  expect(extendToShape({ width: 400, height: 301 }, 1)).toEqual({ left: 0, top: 49, right: 0, bottom: 50 })
  expect(extendToShape({ width: 300, height: 400 }, 16 / 9)).toEqual({
    left: 205,
    top: 0,
    right: 206,
    bottom: 0,
  })
  expect(extendToShape({ width: 320, height: 180 }, 16 / 9)).toEqual({ left: 0, top: 0, right: 0, bottom: 0 })
})
