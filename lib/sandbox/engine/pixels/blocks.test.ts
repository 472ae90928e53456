import { expect, it } from 'vitest'
import { enlargeInBlocks } from './blocks'

const small = { pixels: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), width: 2, height: 2 } as const

it('makes a block of each pixel, also where the sides are no multiples', () => {
  const large = enlargeInBlocks({ ...small, channels: 3 }, 5, 3)
  const reds = Array.from({ length: 3 }, (_, y) =>
    Array.from({ length: 5 }, (_, x) => large.pixels[(y * 5 + x) * 3]),
  )
  expect(reds).toEqual([
    [1, 1, 4, 4, 4],
    [7, 7, 10, 10, 10],
    [7, 7, 10, 10, 10],
  ])
  expect([...large.pixels.slice(0, 3)]).toEqual([1, 2, 3])
})

it('keeps transparency', () => {
  const see = { pixels: Uint8Array.of(9, 8, 7, 0, 6, 5, 4, 255), width: 1, height: 2, channels: 4 } as const
  expect([...enlargeInBlocks(see, 1, 4).pixels]).toEqual([9, 8, 7, 0, 9, 8, 7, 0, 6, 5, 4, 255, 6, 5, 4, 255])
})
