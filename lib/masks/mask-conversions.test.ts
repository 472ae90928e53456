import { expect, test } from 'vitest'
import { boundsOf, coverageOf } from './mask-coverage'
import { drawn, rowsOf } from './mask-for-tests'
import { maskFromAlpha, maskFromLuma } from './mask-from-pixels'
import { createMaskPyramid } from './mask-pyramid'
import { stretchMask } from './stretch-mask'

const pixels = {
  width: 4,
  height: 1,
  data: Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 0, 255, 0, 0, 255, 255, 255, 255, 128]),
}

test('transparent is made anew', () => {
  expect([...maskFromAlpha(pixels).data]).toEqual([0, 255, 0, 127])
})

test('white is made anew, by luma; transparent was not painted', () => {
  expect([...maskFromLuma(pixels).data]).toEqual([255, 0, 54, 128])
})

test('a grey picture gives exactly its greys', () => {
  const data = Uint8Array.from({ length: 1024 }, (_, i) => (i % 4 === 3 ? 255 : Math.floor(i / 4)))
  expect([...maskFromLuma({ width: 256, height: 1, data }).data]).toEqual(
    Array.from({ length: 256 }, (_, i) => i),
  )
})

test('coverage and bounds', () => {
  expect(coverageOf(drawn('....'))).toEqual({ kind: 'empty', share: 0 })
  expect(coverageOf(drawn('##', '##'))).toEqual({ kind: 'full', share: 1 })
  expect(coverageOf(drawn('#...'))).toEqual({ kind: 'partial', share: 0.25 })
  expect(coverageOf(drawn('##', '#9')).kind).toBe('partial')
  expect(boundsOf(drawn('.....', '..1..', '.#...', '.....'))).toEqual({ x: 1, y: 1, width: 2, height: 2 })
  expect(boundsOf(drawn('.....', '..1..', '.#...', '.....'), 128)).toEqual({
    x: 1,
    y: 2,
    width: 1,
    height: 1,
  })
  expect(boundsOf(drawn('...'))).toBeUndefined()
})

test('nearest keeps hard edges', () => {
  const mask = drawn('#.', '.#')
  expect(rowsOf(stretchMask(mask, { width: 4, height: 4 }, 'nearest'))).toEqual([
    '##..',
    '##..',
    '..##',
    '..##',
  ])
  expect(rowsOf(stretchMask(drawn('##..##'), { width: 3, height: 2 }, 'nearest'))).toEqual(['#.#', '#.#'])
})

test('linear mixes, and made smaller takes all pixels into account', () => {
  expect([...stretchMask(drawn('.#'), { width: 4, height: 1 }, 'linear').data]).toEqual([0, 64, 191, 255])
  // A line of one pixel in eight does not vanish.
  expect(
    Math.min(...stretchMask(drawn('.......#.......#'), { width: 2, height: 1 }, 'linear').data),
  ).toBeGreaterThan(15)
  const full = drawn('###', '###', '###')
  expect(stretchMask(full, { width: 7, height: 2 }, 'linear').data.every((value) => value === 255)).toBe(true)
  expect(stretchMask(full, { width: 3, height: 3 }, 'linear').data).toEqual(full.data)
})

test('the reductions are means of four, and follow a changed part', () => {
  const mask = { width: 601, height: 5, data: new Uint8Array(3005) }
  const pyramid = createMaskPyramid(mask)
  expect(pyramid.levels.map(({ width, height }) => [width, height])).toEqual([
    [601, 5],
    [301, 3],
    [151, 2],
  ])
  mask.data[0] = 255
  mask.data[600] = 200
  pyramid.update({ x: 0, y: 0, width: 1, height: 1 })
  pyramid.update({ x: 600, y: 0, width: 1, height: 1 })
  expect(pyramid.levels[1]!.data[0]).toBe(64)
  expect(pyramid.levels[1]!.data[300]).toBe(100)
  expect(pyramid.levels[2]!.data[0]).toBe(16)
  const fresh = createMaskPyramid(mask)
  expect(pyramid.levels.map(({ data }) => data)).toEqual(fresh.levels.map(({ data }) => data))
})
