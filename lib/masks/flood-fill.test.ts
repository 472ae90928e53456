import { expect, test } from 'vitest'
import { floodFill, type FloodOptions } from './flood-fill'
import { layOver } from './lay-over'
import { emptyMask } from './mask'
import { randomFrom, rowsOf } from './mask-for-tests'

const options: FloodOptions = { tolerance: 0, contiguous: true, smoothEdge: false }

/** A picture from digits, each a grey of its own. */
function picture(...rows: string[]) {
  const data = rows.flatMap((row) =>
    [...row].flatMap((sign) => [Number(sign) * 10, Number(sign) * 10, 0, 255]),
  )
  return { width: rows[0]!.length, height: rows.length, data: Uint8Array.from(data) }
}

function filled(of: ReturnType<typeof picture>, x: number, y: number, how: Partial<FloodOptions> = {}) {
  const mask = emptyMask(of.width, of.height)
  layOver(mask, floodFill(of, { x, y }, { ...options, ...how }), { opacity: 1, erase: false })
  return mask
}

const maze = picture('1112111', '2222121', '1111121', '1222221', '1111111')

test('only what hangs together by its sides is filled', () => {
  expect(rowsOf(filled(maze, 0, 0))).toEqual(['###....', '.......', '.......', '.......', '.......'])
  expect(rowsOf(filled(maze, 0, 2))).toEqual(['....###', '....#.#', '#####.#', '#.....#', '#######'])
  expect(rowsOf(filled(picture('12', '21'), 0, 0))).toEqual(['#.', '..'])
})

test('not contiguous: all of the colour', () => {
  expect(rowsOf(filled(maze, 3, 0, { contiguous: false }))).toEqual([
    '...#...',
    '####.#.',
    '.....#.',
    '.#####.',
    '.......',
  ])
})

test('the tolerance is the largest difference of one channel, from the pixel pointed at', () => {
  const slope = picture('12345')
  expect(rowsOf(filled(slope, 0, 0, { tolerance: 19 }))).toEqual(['##...'])
  expect(rowsOf(filled(slope, 0, 0, { tolerance: 20 }))).toEqual(['###..'])
  expect(rowsOf(filled(slope, 2, 0, { tolerance: 255 }))).toEqual(['#####'])
})

test('transparent pixels are alike whatever colour hides in them', () => {
  const data = Uint8Array.from([9, 9, 9, 0, 200, 0, 0, 0, 9, 9, 9, 255])
  expect(rowsOf(filled({ width: 3, height: 1, data }, 0, 0))).toEqual(['##.'])
})

test('a smooth edge gives the pixels around a share of their neighbours', () => {
  const mask = filled(picture('1111', '1211', '1111', '1111'), 1, 1, { smoothEdge: true })
  const ninth = Math.round(255 / 9)
  expect([...mask.data]).toEqual([
    ninth, ninth, ninth, 0, ninth, 255, ninth, 0, ninth, ninth, ninth, 0, 0, 0, 0, 0,
  ]) // prettier-ignore
})

test('the same as filling pixel by pixel, on random pictures', () => {
  for (let seed = 0; seed < 20; seed++) {
    const random = randomFrom(seed)
    const rows = Array.from({ length: 30 }, () =>
      Array.from({ length: 37 }, () => (random() < 0.6 ? '1' : '2')).join(''),
    )
    const x = Math.floor(random() * 37)
    const y = Math.floor(random() * 30)
    const wanted = new Set<number>()
    const open = [y * 37 + x]
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      if (wanted.has(i) || rows[Math.floor(i / 37)]![i % 37] !== rows[y]![x]) continue
      wanted.add(i)
      if (i % 37 > 0) open.push(i - 1)
      if (i % 37 < 36) open.push(i + 1)
      if (i >= 37) open.push(i - 37)
      if (i < 29 * 37) open.push(i + 37)
    }
    const found = filled(picture(...rows), x, y).data
    expect([...found.keys()].filter((i) => found[i])).toEqual([...wanted].sort((a, b) => a - b))
  }
})
