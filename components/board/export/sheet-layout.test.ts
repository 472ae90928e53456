import { describe, expect, it } from 'vitest'
import { layOutSheet, mostSide, sheetFonts, wrapText, type SheetCell, type SheetInput } from './sheet-layout'

const measure: SheetInput['measure'] = (text, kind) => text.length * sheetFonts[kind] * 0.5
const cell = (changes: Partial<SheetCell> = {}): SheetCell => ({
  title: 'FLUX.1 Dev, guidance scale 7.5, strength 0.5',
  facts: ['4.2 s · 2¢ · seed 42', '34 % changed · cast ΔE 1.2 · SSIM 0.910'],
  picture: { width: 1024, height: 768 },
  ...changes,
})
const sheet = (count: number, columns: number, changes: Partial<SheetCell> = {}) =>
  layOutSheet({
    title: 'Make it night',
    footer: 'Made with Diptych',
    input: { width: 4000, height: 3000 },
    cells: Array.from({ length: count }, () => cell(changes)),
    columns,
    measure,
  })

describe('layOutSheet', () => {
  it.each([
    [2, 2],
    [9, 3],
    [64, 8],
    [64, 32],
    [64, 2],
    [64, 1],
  ])('%d cells in %d columns keep within what can be drawn, and every label is whole', (count, columns) => {
    for (const picture of [
      { width: 1024, height: 768 },
      { width: 512, height: 2048 },
    ]) {
      const { width, height, lines, pictures } = sheet(count, columns, { picture })
      expect(Math.max(width, height)).toBeLessThanOrEqual(mostSide)
      expect(width * height).toBeLessThanOrEqual(16_000_000)
      expect(pictures).toHaveLength(count)
      for (const { x, y, text, kind } of lines) {
        expect(x + measure(text, kind)).toBeLessThanOrEqual(width)
        expect(y).toBeLessThanOrEqual(height)
      }
      const words = lines.filter(({ kind }) => kind === 'heading').map(({ text }) => text)
      expect(words.join(' ').match(/FLUX\.1/g)).toHaveLength(count)
      for (const one of pictures) {
        expect(one.width / one.height).toBeCloseTo(picture.width / picture.height, 1)
        expect(one.x + one.width).toBeLessThanOrEqual(width)
      }
    }
  })

  it('lays no two pictures over each other, and no label over a picture', () => {
    const { lines, pictures } = sheet(9, 3)
    for (const [index, one] of pictures.entries())
      for (const other of pictures.slice(index + 1))
        expect(
          one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y,
        ).toBe(true)
    for (const { x, y } of lines)
      for (const one of pictures)
        expect(x >= one.x && x < one.x + one.width && y > one.y && y <= one.y + one.height).toBe(false)
  })

  it('has a place for a cell without a picture, with its reason', () => {
    const { lines, pictures } = sheet(2, 2, { picture: undefined, facts: ['The model failed.'] })
    expect(pictures).toEqual([])
    expect(lines.filter(({ text }) => text === 'The model failed.')).toHaveLength(2)
  })

  it('enlarges no picture', () => {
    const [picture] = sheet(1, 1, { picture: { width: 100, height: 50 } }).pictures
    expect(picture).toMatchObject({ width: 100, height: 50 })
  })
})

describe('wrapText', () => {
  const wide = (text: string) => text.length
  it('breaks between words, and a word only where it must', () => {
    expect(wrapText('make it night', 8, wide)).toEqual(['make it', 'night'])
    expect(wrapText('a supercalifragilistic day', 8, wide)).toEqual(['a', 'supercal', 'ifragili', 'stic day'])
    expect(wrapText('', 8, wide)).toEqual([])
  })
})
