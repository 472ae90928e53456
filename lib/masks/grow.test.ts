import { expect, test } from 'vitest'
import { feather } from './feather'
import { grow } from './grow'
import { emptyMask, type Mask } from './mask'
import { blotted, drawn, rowsOf } from './mask-for-tests'

test('one pixel grown by two is a disc with a rim of one pixel', () => {
  const mask = emptyMask(9, 9)
  mask.data[4 * 9 + 4] = 255
  const value = (x: number, y: number) =>
    Math.round(255 * Math.min(1, Math.max(0, 3 - Math.hypot(x - 4, y - 4))))
  const wanted = Array.from({ length: 81 }, (_, i) => value(i % 9, Math.floor(i / 9)))
  expect([...grow(mask, 2).data]).toEqual(wanted)
  expect(wanted.filter((byte) => byte === 255)).toHaveLength(13)
})

test('shrinking is growing what is kept, and the border does not eat', () => {
  const mask = drawn('.......', '.#####.', '.#####.', '.#####.', '.#####.', '.#####.', '.......')
  const shrunk = grow(mask, -1)
  expect(rowsOf({ ...shrunk, data: shrunk.data.map((value) => (value === 255 ? 255 : 0)) })).toEqual([
    '.......',
    '.......',
    '..###..',
    '..###..',
    '..###..',
    '.......',
    '.......',
  ])
  const full = drawn('####', '####', '####')
  expect(grow(full, -2).data).toEqual(full.data)
})

test('hard masks grow by straight distance', () => {
  for (const by of [1, 3, 10.5]) {
    const mask = {
      ...blotted(50, 40, by),
      data: blotted(50, 40, by).data.map((value) => (value < 128 ? 0 : 255)),
    }
    expect([...grow(mask, by).data]).toEqual(slowlyGrown(mask, by))
  }
})

test('a soft edge is moved and stays as soft', () => {
  const mask = emptyMask(200, 3)
  for (let y = 0; y < 3; y++) mask.data.fill(255, y * 200, y * 200 + 100)
  const soft = feather(mask, 10)
  const moved = grow(soft, 20)
  for (let x = 20; x < 180; x++)
    expect(Math.abs(moved.data[200 + x]! - soft.data[200 + x - 20]!)).toBeLessThan(20)
  const back = grow(moved, -20)
  for (let x = 20; x < 180; x++) expect(Math.abs(back.data[200 + x]! - soft.data[200 + x]!)).toBeLessThan(20)
})

test('a half-covered area grows half covered', () => {
  const mask = drawn(
    '.........',
    '.........',
    '.........',
    '...555...',
    '...555...',
    '...555...',
    '.........',
    '.........',
    '.........',
  )
  const grown = grow(mask, 2).data
  expect(Math.max(...grown)).toBe(128)
  expect(grown[4 * 9 + 1]).toBe(128)
  expect(grown[4 * 9]).toBe(0)
})

test('growing never takes away, shrinking never adds', () => {
  for (let seed = 0; seed < 10; seed++) {
    const mask = blotted(60, 50, seed)
    const grown = grow(mask, 4).data
    const shrunk = grow(mask, -4).data
    mask.data.forEach((value, i) => {
      expect(grown[i]).toBeGreaterThanOrEqual(value)
      expect(shrunk[i]).toBeLessThanOrEqual(value)
    })
  }
})

function slowlyGrown({ width, height, data }: Mask, by: number): number[] {
  const inside = [...data.keys()].filter((i) => data[i] === 255)
  return Array.from({ length: width * height }, (_, i) => {
    const distances = inside.map((j) =>
      Math.hypot((i % width) - (j % width), Math.floor(i / width) - Math.floor(j / width)),
    )
    return Math.round(255 * Math.min(1, Math.max(0, by + 1 - Math.min(...distances))))
  })
}
