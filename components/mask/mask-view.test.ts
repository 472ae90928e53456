import { expect, test } from 'vitest'
import { fitView, panBy, resized, showing, toPicture, toScreen, zoomTo, type ViewFrame } from './mask-view'

const frame: ViewFrame = {
  picture: { width: 1003, height: 757 },
  pane: { width: 800, height: 600 },
  pixelRatio: 2,
}

test('fitted, the whole picture is seen, in the middle, with room around it', () => {
  const view = fitView(frame)
  const end = toScreen(view, { x: 1003, y: 757 })
  expect(view.left).toBeGreaterThanOrEqual(15.5)
  expect(view.top).toBeGreaterThanOrEqual(15.5)
  expect(Math.abs(view.left - (800 - end.x))).toBeLessThanOrEqual(1)
  expect(Math.abs(view.top - (600 - end.y))).toBeLessThanOrEqual(1)
})

test('a small picture is not blown up beyond eight screen pixels each', () => {
  expect(fitView({ ...frame, picture: { width: 8, height: 8 } }).scale).toBe(4)
})

test('what is under the pointer stays under it while zooming, within a device pixel', () => {
  let view = fitView(frame)
  for (const [scale, about] of [
    [2, { x: 300, y: 200 }],
    [0.6, { x: 500, y: 310 }],
    [16, { x: 390, y: 290 }],
  ] as const) {
    const under = toPicture(view, about)
    view = zoomTo(view, scale, about, frame)
    const now = toScreen(view, under)
    expect(Math.abs(now.x - about.x)).toBeLessThanOrEqual(0.25)
    expect(Math.abs(now.y - about.y)).toBeLessThanOrEqual(0.25)
  }
})

test('zoom has limits, and the picture never leaves the pane', () => {
  const view = fitView(frame)
  expect(zoomTo(view, 1000, { x: 0, y: 0 }, frame).scale).toBe(16)
  expect(zoomTo(view, 0.0001, { x: 0, y: 0 }, frame).scale).toBe(0.125)
  const away = panBy(view, 1e6, -1e6, frame)
  expect(toScreen(away, { x: 0, y: 0 }).x).toBe(800 - 48)
  expect(toScreen(away, { x: 0, y: 757 }).y).toBeCloseTo(48, 0)
})

test('the picture begins on a whole device pixel', () => {
  let view = zoomTo(fitView(frame), 0.73, { x: 111.3, y: 57.7 }, frame)
  view = panBy(view, 13.37, -3.21, frame)
  expect(view.left * 2).toBe(Math.round(view.left * 2))
  expect(view.top * 2).toBe(Math.round(view.top * 2))
})

test('another pane: fitted stays fitted, else the middle stays the middle', () => {
  const smaller = { ...frame, pane: { width: 400, height: 300 } }
  expect(resized(fitView(frame), frame.pane, smaller)).toEqual(fitView(smaller))
  const zoomed = zoomTo(fitView(frame), 2, { x: 400, y: 300 }, frame)
  const middle = toPicture(zoomed, { x: 400, y: 300 })
  expect(toPicture(resized(zoomed, frame.pane, smaller), { x: 200, y: 150 }).x).toBeCloseTo(middle.x, 0)
})

test('a point off the pane is brought onto it', () => {
  const zoomed = zoomTo(fitView(frame), 4, { x: 400, y: 300 }, frame)
  const { x, y } = toScreen(showing(zoomed, { x: 1000, y: 3 }, frame), { x: 1000, y: 3 })
  expect(x).toBeLessThanOrEqual(800)
  expect(y).toBeGreaterThanOrEqual(0)
  expect(showing(zoomed, toPicture(zoomed, { x: 400, y: 300 }), frame)).toBe(zoomed)
})
