import sharp from 'sharp'
import { expect, it } from 'vitest'
import { textPath } from './text-path'
import { wrapWords } from './wrap-words'

it('draws within the box it tells, without a font of the system', async () => {
  const { path, width, height, missing } = textPath('Sale Åg', { size: 80, weight: 'bold' })
  expect(missing).toEqual([])
  const [wide, high] = [Math.ceil(width), Math.ceil(height)]
  const ink = async (margin: number) => {
    const size = `width="${wide + 2 * margin}" height="${high + 2 * margin}"`
    const box = `${-margin} ${-margin} ${wide + 2 * margin} ${high + 2 * margin}`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" ${size}><path d="${path}"/></svg>`
    const alpha = await sharp(Buffer.from(svg)).ensureAlpha().extractChannel(3).raw().toBuffer()
    return alpha.reduce((sum, value) => sum + value, 0)
  }
  const inside = await ink(0)
  expect(inside).toBeGreaterThan(255 * 1000)
  expect(await ink(40)).toBe(inside)
})

it('names what the font lacks, as a reader sees it, and draws the rest', () => {
  const { path, missing } = textPath('Hi 👩‍👩‍👧 👍🏽 你你!', { size: 20 })
  expect(missing).toEqual(['👩‍👩‍👧', '👍🏽', '你'])
  expect(path).not.toBe('')
  expect(textPath('👍', { size: 20 })).toMatchObject({ path: '', width: 0 })
})

it('wraps between words, and ends in … when there are too many lines', () => {
  const one = textPath('one two three', { size: 20 })
  const wrapped = textPath('one two three', { size: 20, maxWidth: one.width / 2 })
  expect(wrapped.width).toBeLessThanOrEqual(one.width / 2)
  expect(wrapped.height).toBeGreaterThan(one.height)
  const cut = textPath('one two three', { size: 20, maxWidth: one.width / 2, maxLines: 1 })
  expect(cut.height).toBe(one.height)
  expect(cut.width).toBeLessThanOrEqual(one.width / 2)
})

it.each([
  ['one two three', 7, 9, ['one two', 'three']],
  ['one\n\ntwo', 7, 9, ['one', '', 'two']],
  ['unbelievable', 5, 9, ['unbel', 'ievab', 'le']],
  ['one two three', 7, 1, ['one tw…']],
  ['one two three four', 5, 2, ['one', 'two…']],
  ['', 5, 2, ['']],
])('lines of %j at %i wide', (text, maxWidth, maxLines, lines) => {
  expect(wrapWords(text, { maxWidth, maxLines, widthOf: (line) => line.length })).toEqual(lines)
})
