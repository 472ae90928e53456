import { expect, it } from 'vitest'
import { geometryOf, gridClass, rowVariables, tilesWithin } from './grid-geometry'

const geometry = geometryOf(1000, 4, 200)

it('places tiles as the classes do', () => {
  expect(geometry.tileWidth).toBe(241)
  expect(geometry.tileHeight).toBe(239 * 0.75 + 56)
  expect(geometry.rowHeight).toBe(geometry.tileHeight + 12)
  // The two say the same numbers, one in CSS.
  expect(gridClass).toContain('(100cqw-(var(--columns)-1)*12px)/var(--columns)-2px)*0.75+54px+2px+12px)-12px')
  expect(rowVariables(13)).toEqual({
    '--rows-2': 7,
    '--rows-3': 5,
    '--rows-4': 4,
    '--rows-5': 3,
    '--rows-6': 3,
  })
})

it.each([
  ['the top', 0, { first: 0, end: 28 }],
  ['the middle', 10_000, { first: 144, end: 188 }],
  ['the end', 617_400, { first: 9972, end: 10_000 }],
  ['far beyond the end', 9_000_000, { first: 9996, end: 10_000 }],
  ['above the grid', -5000, { first: 0, end: 4 }],
])('draws what is seen at %s and a little more', (_, top, range) => {
  expect(tilesWithin(geometry, { top, height: 1000 }, 10_000)).toEqual(range)
})

it('draws nothing of nothing', () => {
  expect(tilesWithin(geometry, { top: 0, height: 1000 }, 0)).toEqual({ first: 0, end: 0 })
})
