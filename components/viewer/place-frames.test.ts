import { describe, expect, it } from 'vitest'
import type { Frame } from './frame'
import {
  canAlign,
  commonFrame,
  placeFrame,
  placementNote,
  placementNoteOfMany,
  unitBox,
  worldBox,
} from './place-frames'

const size = (width: number, height: number) => ({ width, height })

function frame(width: number, height: number, rest: Partial<Frame> = {}): Frame {
  return { id: 'a', label: 'Input', alt: '', assetId: 'a', width, height, ...rest }
}

describe('placeFrame', () => {
  it('gives pictures of one shape the same box, whatever their pixels', () => {
    const before = size(1024, 683)
    for (const after of [size(512, 341), size(2048, 1366), size(1024, 688)]) {
      expect(placeFrame(before, after)).toEqual({ rule: 'same-shape', box: unitBox(before) })
    }
  })

  it('keeps the pixel scale when a picture was cropped or extended along one side', () => {
    const square = unitBox(size(1024, 1024))
    const cropped = placeFrame(size(1024, 1024), size(1024, 576))
    expect(cropped.rule).toBe('same-width')
    expect(cropped.box.width).toBeCloseTo(square.width)
    expect(cropped.box.height / square.height).toBeCloseTo(576 / 1024)

    const extended = placeFrame(size(1024, 1024), size(1536, 1024))
    expect(extended.rule).toBe('same-height')
    expect(extended.box.width / square.width).toBeCloseTo(1.5)
  })

  it('gives a quarter turn the same scale, and never changes a shape', () => {
    const before = size(900, 600)
    const turned = placeFrame(before, size(600, 900))
    expect(turned.rule).toBe('same-area')
    expect(turned.box.width).toBeCloseTo(unitBox(before).height)
    const other = placeFrame(before, size(300, 700)).box
    expect(other.width / other.height).toBeCloseTo(3 / 7)
    expect(other.width * other.height).toBeCloseTo(1)
  })

  it('frames both', () => {
    const frame = commonFrame([unitBox(size(16, 9)), unitBox(size(9, 16))])
    expect(frame.width).toBeCloseTo(4 / 3)
    expect(frame.height).toBeCloseTo(4 / 3)
  })
})

describe('placementNote', () => {
  it('says nothing of equal sizes and states the rule for unequal ones', () => {
    expect(placementNote(size(10, 20), size(10, 20))).toBeUndefined()
    expect(placementNote(size(512, 512), size(1024, 1024))).toBe(
      'Sizes differ (512 × 512 and 1024 × 1024): both fill the same frame.',
    )
    expect(placementNote(size(1024, 683), size(1024, 688))).toContain('stretched by 0.7 %')
    expect(placementNote(size(1024, 683), size(1024, 1024))).toContain('same width')
    expect(placementNote(size(1000, 500), size(500, 1000))).toContain('same area')
  })
})

describe('worldBox', () => {
  const input = size(1000, 500)
  const alignment = { shift: { x: 20, y: -10 }, scale: 1.25, confidence: 1 }
  /** Where a point of a picture, in its own pixels from its middle, is drawn; back in pixels of the input. */
  const drawn = (picture: Frame, at: { x: number; y: number }) => {
    const box = worldBox(input, picture, true)
    const perUnit = input.width / unitBox(input).width
    return {
      x: (box.x + (at.x / picture.width) * box.width) * perUnit,
      y: (box.y + (at.y / picture.height) * box.height) * perUnit,
    }
  }

  it('lays what moved over where it was', () => {
    // What the input shows at (200, 100) the output shows at 1.25 times that, shifted: (270, 115).
    const at = drawn(frame(1000, 500, { alignment }), { x: 270, y: 115 })
    expect(at.x).toBeCloseTo(200)
    expect(at.y).toBeCloseTo(100)
  })

  it('counts in pixels of the input, whatever the output has', () => {
    const at = drawn(frame(500, 250, { alignment }), { x: 135, y: 57.5 })
    expect(at.x).toBeCloseTo(200)
    expect(at.y).toBeCloseTo(100)
  })

  it('is the unaligned place where alignment is off, means nothing, or is of another shape', () => {
    const whole = { x: 0, y: 0, ...unitBox(input) }
    expect(worldBox(input, frame(1000, 500, { alignment }), false)).toEqual(whole)
    const none = { shift: { x: 0, y: 0 }, scale: 1, confidence: 1 }
    expect(canAlign(input, frame(1000, 500, { alignment: none }))).toBe(false)
    expect(canAlign(input, frame(1000, 500, { alignment }))).toBe(true)
    expect(canAlign(input, frame(800, 800, { alignment }))).toBe(false)
    expect(worldBox(input, frame(800, 800, { alignment }), true)).toMatchObject({ x: 0, y: 0 })
  })
})

describe('placementNoteOfMany', () => {
  it('is silent for one size and counts the shapes that differ', () => {
    const input = frame(1024, 1024)
    expect(placementNoteOfMany(input, [input, frame(1024, 1024)])).toBeUndefined()
    expect(placementNoteOfMany(input, [input, frame(512, 512)])).toBe(
      'Sizes differ: each picture fills the frame of Input (1024 × 1024).',
    )
    expect(placementNoteOfMany(input, [input, frame(512, 512), frame(600, 900)])).toMatch(
      /^1 picture has another shape/,
    )
  })

  it('names the picture that was stretched, whichever side it is on', () => {
    expect(placementNote(size(1024, 688), size(1024, 683), 'after')).toContain(
      'the before picture stretched by 0.7 %',
    )
  })
})
