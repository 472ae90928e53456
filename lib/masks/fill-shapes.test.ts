import { expect, test } from 'vitest'
import { fillRectangle, polygonRegion, rectBetween } from './fill-shapes'
import { layOver } from './lay-over'
import { emptyMask, type Point } from './mask'
import { drawn, rowsOf } from './mask-for-tests'

const paint = { opacity: 1, erase: false }

function lassoed(points: Point[], width = 10, height = 8) {
  const mask = emptyMask(width, height)
  const region = polygonRegion(points, mask)
  if (region) layOver(mask, region, paint)
  return mask
}
const point = (x: number, y: number) => ({ x, y })

test('a rectangle covers the pixels at both corners, whichever comes first, and is clipped', () => {
  const size = { width: 10, height: 8 }
  expect(rectBetween(point(6.9, 1.2), point(2.1, 3), size)).toEqual({ x: 2, y: 1, width: 5, height: 3 })
  expect(rectBetween(point(3.5, 3.5), point(3.5, 3.5), size)).toEqual({ x: 3, y: 3, width: 1, height: 1 })
  expect(rectBetween(point(-5, -5), point(1.5, 0.5), size)).toEqual({ x: 0, y: 0, width: 2, height: 1 })
  expect(rectBetween(point(-5, 2), point(-1, 3), size)).toBeUndefined()
})

test('a rectangle paints and takes away', () => {
  const mask = drawn('......', '......', '......')
  fillRectangle(mask, { x: 1, y: 0, width: 4, height: 2 }, paint)
  fillRectangle(mask, { x: 2, y: 1, width: 3, height: 2 }, { opacity: 1, erase: true })
  expect(rowsOf(mask)).toEqual(['.####.', '.#....', '......'])
  fillRectangle(mask, { x: 5, y: 2, width: 1, height: 1 }, { opacity: 0.5, erase: false })
  expect(mask.data[17]).toBe(128)
})

test('a lasso along pixel borders is exact', () => {
  expect(
    rowsOf(lassoed([point(1, 1), point(5, 1), point(5, 3), point(3, 3), point(3, 6), point(1, 6)])),
  ).toEqual([
    '..........',
    '.####.....',
    '.####.....',
    '.##.......',
    '.##.......',
    '.##.......',
    '..........',
    '..........',
  ])
})

test('a pixel is covered by the share that lies inside', () => {
  const mask = lassoed([point(1.25, 1), point(3.5, 1), point(3.5, 1.5), point(1.25, 1.5)])
  expect([...mask.data.subarray(10, 15)]).toEqual([0, Math.round(0.375 * 255), 128, 64, 0])
})

test('a lasso that crosses itself in the same turn leaves no hole', () => {
  // Twice round the same square.
  const round = [point(2, 2), point(7, 2), point(7, 6), point(2, 6)]
  expect(lassoed([...round, ...round]).data).toEqual(lassoed(round).data)
  expect(lassoed(round).data.filter((value) => value === 255)).toHaveLength(20)
})

test('what encloses nothing gives nothing, and what lies outside is clipped', () => {
  expect(polygonRegion([point(1, 1), point(5, 5)], { width: 10, height: 8 })).toBeUndefined()
  expect(polygonRegion([point(20, 1), point(25, 5), point(20, 6)], { width: 10, height: 8 })).toBeUndefined()
  const mask = lassoed([point(-4, -4), point(3, -4), point(3, 2), point(-4, 2)])
  expect(mask.data.filter((value) => value === 255)).toHaveLength(6)
})
