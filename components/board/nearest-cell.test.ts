import { expect, it } from 'vitest'
import { nearestBox } from './nearest-cell'

/** Three columns; the last row has one cell. */
const boxes = [0, 1, 2, 3, 4, 5, 6].map((index) => ({
  left: (index % 3) * 110,
  top: Math.floor(index / 3) * 210,
  width: 100,
  height: 200,
}))

it('walks rows and columns', () => {
  expect(nearestBox(boxes, 4, 'left')).toBe(3)
  expect(nearestBox(boxes, 4, 'right')).toBe(5)
  expect(nearestBox(boxes, 4, 'up')).toBe(1)
  expect(nearestBox(boxes, 4, 'down')).toBe(6)
})

it('stays where nothing lies that way', () => {
  expect(nearestBox(boxes, 2, 'right')).toBe(-1)
  expect(nearestBox(boxes, 6, 'down')).toBe(-1)
  expect(nearestBox(boxes, 3, 'left')).toBe(-1)
  expect(nearestBox([], 0, 'left')).toBe(-1)
})
