import { expect, it } from 'vitest'
import { hexOf, readHex } from './hex'
import { mainColours } from './main-colours'

it.each([
  ['#1e6fd9', '#1E6FD9'],
  [' 1E6FD9 ', '#1E6FD9'],
  ['#fa0', '#FFAA00'],
  ['#1e6fd', undefined],
  ['red', undefined],
  ['', undefined],
])('"%s" is read as %s', (text, hex) => expect(readHex(text)).toBe(hex))

it('writes every byte with two digits', () => expect(hexOf(0, 15, 255)).toBe('#000FFF'))

it('finds the commonest colours, each once, and none of what is transparent', () => {
  const paint = (colour: number[], times: number) => Array.from({ length: times }, () => colour).flat()
  const pixels = Uint8ClampedArray.from([
    ...paint([200, 30, 40, 255], 50),
    ...paint([203, 33, 38, 255], 20),
    ...paint([30, 111, 217, 255], 30),
    ...paint([0, 255, 0, 0], 500),
    ...paint([255, 255, 255, 255], 5),
  ])
  const found = mainColours(pixels, 2)
  expect(found).toHaveLength(2)
  expect(found[0]).toMatch(/^#C[89]1E2[68]$|^#C9/)
  expect(found[1]).toBe('#1E6FD9')
  expect(mainColours(new Uint8ClampedArray(16), 3)).toEqual([])
})
