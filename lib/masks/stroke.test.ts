import { expect, test } from 'vitest'
import { emptyMask, type Mask } from './mask'
import { randomFrom, rowsOf } from './mask-for-tests'
import { startStroke, type Brush, type StrokePoint } from './stroke'

const hard: Brush = { size: 5, hardness: 1, opacity: 1, erase: false, pressure: 'none' }

function paint(mask: Mask, brush: Brush, points: StrokePoint[]) {
  const cover = new Uint8Array(mask.data.length)
  const stroke = startStroke(mask, mask.data.slice(), cover, brush)
  const rects = points.map((point) => stroke.to(point))
  const touched = stroke.end()
  expect(
    cover.every((value) => value === 0),
    'the lent bytes are zero again',
  ).toBe(true)
  return { rects, touched }
}

const at = (x: number, y: number, pressure = 1): StrokePoint => ({ x, y, pressure })

test('a hard dab is a disc with an edge of one pixel', () => {
  const mask = emptyMask(7, 7)
  paint(mask, hard, [at(3.5, 3.5)])
  // Radius 2.5: full up to 2, nothing from 3; at √5 = 2.236 share 0.7639 → 0.8592, at √8 = 2.828 share 0.1716 → 0.0782.
  const [a, b] = [Math.round(255 * 0.85928), Math.round(255 * 0.07822)]
  expect([...mask.data]).toEqual(
    [
      [0, 0, 0, 0, 0, 0, 0],
      [0, b, a, 255, a, b, 0],
      [0, a, 255, 255, 255, a, 0],
      [0, 255, 255, 255, 255, 255, 0],
      [0, a, 255, 255, 255, a, 0],
      [0, b, a, 255, a, b, 0],
      [0, 0, 0, 0, 0, 0, 0],
    ].flat(),
  )
})

test('a brush of one pixel draws whole pixels along their middles', () => {
  const mask = emptyMask(6, 3)
  paint(mask, { ...hard, size: 1 }, [at(1.5, 1.5), at(4.5, 1.5)])
  expect(rowsOf(mask)).toEqual(['......', '.####.', '......'])
})

test('opacity does not build up within a stroke, and does between strokes', () => {
  const mask = emptyMask(20, 5)
  const half = { ...hard, opacity: 0.5 }
  paint(mask, half, [at(2.5, 2.5), at(17.5, 2.5), at(2.5, 2.5)])
  expect(mask.data[2 * 20 + 10]).toBe(128)
  paint(mask, half, [at(2.5, 2.5), at(17.5, 2.5)])
  expect(mask.data[2 * 20 + 10]).toBe(255 - 63)
  paint(mask, { ...half, erase: true }, [at(2.5, 2.5), at(17.5, 2.5)])
  expect(mask.data[2 * 20 + 10]).toBe(96)
})

test('the eraser takes away what the brush has laid down', () => {
  const random = randomFrom(1)
  const points = Array.from({ length: 20 }, () => at(random() * 80, random() * 60))
  const mask = emptyMask(80, 60)
  paint(mask, { ...hard, size: 9 }, points)
  paint(mask, { ...hard, size: 11, erase: true }, points)
  expect(mask.data.every((value) => value === 0)).toBe(true)
})

test.each([0, 0.4, 1])('every pixel is covered by its distance to the line, hardness %s', (hardness) => {
  const random = randomFrom(7)
  const points = Array.from({ length: 6 }, () => at(random() * 90 - 5, random() * 70 - 5))
  const brush = { ...hard, size: 13, hardness, opacity: 0.8 }
  const mask = emptyMask(80, 60)
  paint(mask, brush, points)
  for (let y = 0; y < 60; y++)
    for (let x = 0; x < 80; x++) {
      const share = (6.5 + 0.5 - distanceTo(points, x + 0.5, y + 0.5)) / (1 + (1 - hardness) * 6.5)
      const smooth = share <= 0 ? 0 : share >= 1 ? 1 : share * share * (3 - 2 * share)
      expect(Math.abs(mask.data[y * 80 + x]! - 255 * 0.8 * smooth)).toBeLessThan(0.501)
    }
})

test('how many points report a line makes no difference', () => {
  const few = emptyMask(120, 40)
  const many = emptyMask(120, 40)
  const brush = { ...hard, size: 16, hardness: 0.5 }
  paint(few, brush, [at(10, 8), at(110, 33)])
  paint(
    many,
    brush,
    Array.from({ length: 201 }, (_, i) => at(10 + i / 2, 8 + i / 8)),
  )
  expect(many.data).toEqual(few.data)
})

test('pressure makes the line thinner, or fainter', () => {
  const thin = emptyMask(60, 40)
  paint(thin, { ...hard, size: 20, pressure: 'size' }, [at(10, 20, 0.2), at(50, 20, 1)])
  const widthAt = (x: number) =>
    Array.from({ length: 40 }, (_, y) => thin.data[y * 60 + x]! / 255).reduce((a, b) => a + b)
  expect(widthAt(10)).toBeCloseTo(4, 0)
  expect(widthAt(30)).toBeCloseTo(12, 0)
  expect(widthAt(50)).toBeCloseTo(20, 0)

  const faint = emptyMask(60, 40)
  paint(faint, { ...hard, size: 20, pressure: 'opacity' }, [at(10.5, 20.5, 0.2), at(50.5, 20.5, 1)])
  expect(faint.data[20 * 60 + 10]).toBe(51)
  expect(faint.data[20 * 60 + 30]).toBe(153)
  expect(faint.data[20 * 60 + 50]).toBe(255)
})

test('a long stroke touches the tiles along its way, not all between its ends', () => {
  const { touched } = paint(
    emptyMask(2000, 2000),
    hard,
    Array.from({ length: 100 }, (_, i) => at(i * 20, i * 20)),
  )
  expect(touched.length).toBeGreaterThan(7)
  expect(touched.length).toBeLessThan(25)
})

test('nothing outside the reported rectangles changes, and strokes may leave the picture', () => {
  const mask = emptyMask(50, 50)
  const { rects, touched } = paint(mask, { ...hard, size: 8 }, [at(-30, 25), at(20, 25), at(20, 90)])
  expect(rects[0]).toBeUndefined()
  for (let y = 0; y < 50; y++)
    for (let x = 0; x < 50; x++) {
      const isTouched = rects.some(
        (rect) => rect && x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height,
      )
      if (!isTouched) expect(mask.data[y * 50 + x]).toBe(0)
    }
  expect(touched).toEqual([{ x: 0, y: 0, width: 50, height: 50 }])
  expect(paint(emptyMask(50, 50), hard, [at(-30, 25), at(-30, 90)]).touched).toEqual([])
})

function distanceTo(points: StrokePoint[], x: number, y: number): number {
  const distances = points.slice(1).map((to, index) => {
    const from = points[index]!
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const t = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy)))
    return Math.hypot(x - from.x - t * dx, y - from.y - t * dy)
  })
  return Math.min(...distances)
}
