import { expect, it } from 'vitest'
import { indexAfterKey } from './grid-keys'

// Three full rows of four and a last one of two.
const grid = { columns: 4, tiles: 14, rowsInView: 2 }

it.each([
  ['ArrowRight', 3, 4],
  ['ArrowRight', 13, 13],
  ['ArrowLeft', 4, 3],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 11, 13],
  ['ArrowDown', 12, 12],
  ['ArrowUp', 5, 1],
  ['ArrowUp', 2, 2],
  ['PageDown', 3, 11],
  ['PageDown', 9, 13],
  ['PageUp', 5, 0],
  ['Home', 9, 0],
  ['End', 2, 13],
  ['a', 2, undefined],
])('%s from %i goes to %s', (key, from, to) => expect(indexAfterKey(key, from, grid)).toBe(to))

it('goes nowhere where there is nothing', () =>
  expect(indexAfterKey('End', 0, { ...grid, tiles: 0 })).toBeUndefined())
