import { describe, expect, it } from 'vitest'
import { boxInLens, lensScale, placeLens } from './lens-place'

const pane = { width: 800, height: 600 }

describe('placeLens', () => {
  it('lies about the place, within the pane, beside the other and above a finger', () => {
    const one = { touched: false, slot: 0, slots: 1 }
    expect(placeLens({ x: 400, y: 300 }, pane, one)).toEqual({ size: 160, left: 320, top: 220 })
    expect(placeLens({ x: 0, y: 600 }, pane, one)).toEqual({ size: 160, left: 0, top: 440 })
    expect(placeLens({ x: 400, y: 300 }, pane, { ...one, touched: true }).top).toBe(116)
    const right = placeLens({ x: 400, y: 300 }, pane, { touched: false, slot: 1, slots: 2 })
    expect(right.left).toBe(400)
  })

  it('is smaller on a small pane', () => {
    expect(
      placeLens({ x: 0, y: 0 }, { width: 120, height: 100 }, { touched: false, slot: 0, slots: 1 }).size,
    ).toBe(60)
  })
})

it('shows the place it looks at in its middle, enlarged', () => {
  const box = { x: 0.1, y: 0, width: 1, height: 1 }
  const point = { x: 0.3, y: -0.2 }
  const { left, top, width } = boxInLens(box, point, 4000, 160)
  expect(width).toBe(4000)
  expect(left + ((point.x - box.x) / box.width + 0.5) * width).toBeCloseTo(80)
  expect(top + ((point.y - box.y) / box.height + 0.5) * width).toBeCloseTo(80)
})

it('enlarges at least twice as much as the pane', () => {
  expect(lensScale(4, 1000, 500)).toBe(4000)
  expect(lensScale(4, 1000, 3000)).toBe(6000)
})
