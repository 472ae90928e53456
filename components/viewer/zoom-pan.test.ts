import { describe, expect, it } from 'vitest'
import {
  closeUpScale,
  fitScale,
  fittedView,
  panBy,
  reveal,
  screenPoint,
  screenBox,
  settleView,
  worldPoint,
  zoomAbout,
  type Bounds,
} from './zoom-pan'

/** A 1000 × 1000 picture in a pane of 800 × 400: fitted at 40 %. */
const bounds: Bounds = {
  frame: { width: 1, height: 1 },
  pane: { width: 800, height: 400 },
  actual: 1000,
}

/** The world point under a screen point. */
function under(view: { x: number; y: number; scale: number }, point: { x: number; y: number }) {
  return { x: view.x + point.x / view.scale, y: view.y + point.y / view.scale }
}

describe('zoomAbout', () => {
  it('keeps the point under the pointer', () => {
    const start = settleView({ scale: 1500, x: 0.1, y: -0.05 }, bounds)
    const point = { x: 120, y: -80 }
    for (const scale of [1600, 4000, 20_000]) {
      const next = settleView(zoomAbout(start, scale, point, bounds), bounds)
      expect(next.scale).toBe(scale)
      expect(under(next, point).x).toBeCloseTo(under(start, point).x, 10)
      expect(under(next, point).y).toBeCloseTo(under(start, point).y, 10)
    }
  })

  it('leaves the fitted view by the smallest step in and falls back to it on the way out', () => {
    const inward = zoomAbout(fittedView, fitScale(bounds) * 1.002, { x: 0, y: 0 }, bounds)
    expect(settleView(inward, bounds).fitted).toBe(false)
    expect(zoomAbout(inward, fitScale(bounds) * 0.9, { x: 30, y: 30 }, bounds)).toEqual(fittedView)
  })

  it('stops at 3200 %, and at the picture’s own pixels when those are smaller than the pane', () => {
    expect(zoomAbout(fittedView, 1e9, { x: 0, y: 0 }, bounds).scale).toBe(32_000)
    const small = { ...bounds, actual: 100 }
    expect(zoomAbout(fittedView, 1, { x: 0, y: 0 }, small).scale).toBe(100)
  })
})

describe('settleView', () => {
  it('centres a side that fits and lets no gap open on one that does not', () => {
    const wide = settleView({ scale: 600, x: 5, y: 5 }, bounds)
    expect(wide.x).toBe(0)
    const box = screenBox({ x: 0, y: 0, ...bounds.frame }, wide, bounds.pane, 1)
    expect(box.top + box.height).toBe(bounds.pane.height)
    expect(box.top).toBeLessThan(0)
  })

  it('is not movable while fitted', () => {
    expect(settleView(fittedView, bounds)).toMatchObject({
      fitted: true,
      movable: false,
      scale: 400,
      x: 0,
      y: 0,
    })
    expect(panBy(fittedView, { x: 50, y: 50 }, bounds)).toEqual(fittedView)
  })
})

describe('panBy', () => {
  it('moves the picture with the pointer', () => {
    const view = { scale: 2000, x: 0, y: 0 }
    const before = screenBox({ x: 0, y: 0, ...bounds.frame }, settleView(view, bounds), bounds.pane, 1)
    const after = screenBox(
      { x: 0, y: 0, ...bounds.frame },
      settleView(panBy(view, { x: 30, y: -20 }, bounds), bounds),
      bounds.pane,
      1,
    )
    expect(after.left - before.left).toBe(30)
    expect(after.top - before.top).toBe(-20)
  })
})

describe('closeUpScale', () => {
  it('is 100 % unless that is no step in', () => {
    expect(closeUpScale(bounds)).toBe(1000)
    expect(closeUpScale({ ...bounds, actual: 380 })).toBe(760)
    expect(closeUpScale({ ...bounds, actual: 60 })).toBe(960)
  })
})

describe('screenBox', () => {
  it('lies on whole device pixels', () => {
    const view = settleView({ scale: 1234.567, x: 0.0123, y: 0.0456 }, bounds)
    const box = screenBox({ x: 0.01, y: 0, width: 1, height: 0.9 }, view, bounds.pane, 2)
    for (const length of Object.values(box)) expect(length * 2).toBe(Math.round(length * 2))
  })
})

describe('worldPoint', () => {
  it('undoes screenPoint', () => {
    const view = { x: 0.1, y: -0.2, scale: 1300 }
    const point = { x: 0.123, y: 0.045 }
    const back = worldPoint(screenPoint(point, view, bounds.pane), view, bounds.pane)
    expect(back.x).toBeCloseTo(point.x, 12)
    expect(back.y).toBeCloseTo(point.y, 12)
  })
})

describe('reveal', () => {
  it('moves as little as brings a point onto the pane, and nothing for one that is there', () => {
    const view = { scale: 4000, x: 0, y: 0 }
    expect(reveal(view, { x: 0.05, y: 0.02 }, bounds)).toEqual(view)
    // 800 px at 4000 px per unit show 0.1 to each side.
    expect(reveal(view, { x: 0.3, y: 0 }, bounds).x).toBeCloseTo(0.2)
  })
})
