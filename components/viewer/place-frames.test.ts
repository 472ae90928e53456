import { describe, expect, it } from 'vitest'
import { commonFrame, placeFrame, placementNote, unitBox } from './place-frames'

const size = (width: number, height: number) => ({ width, height })

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
    const frame = commonFrame(unitBox(size(16, 9)), unitBox(size(9, 16)))
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
