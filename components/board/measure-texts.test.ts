import { expect, it } from 'vitest'
import { alignmentNote, alignmentText, measureTexts, percentText } from './measure-texts'

const found = (x: number, y: number, scale: number) =>
  ({ state: 'found', alignment: { shift: { x, y }, scale, confidence: 1 } }) as const

it('says how a picture lies, or that nobody knows', () => {
  expect(alignmentText(found(14, 0, 1.02))).toBe('shifted 14 px, scaled 1.02')
  const refused = { state: 'refused', reason: 'Unlike.', confidence: 0.1 } as const
  expect(alignmentText(refused)).toBe('can’t be aligned')
  expect(alignmentNote(refused)).toBe('Can’t be aligned: Unlike.')
})

it.each([
  [0, '0.0 %'],
  [0.0004, '< 0.1 %'],
  [0.034, '3.4 %'],
  [0.344, '34 %'],
])('a share of %d is "%s"', (share, text) => expect(percentText(share)).toBe(text))

it('states only what is known', () => {
  const alignment = found(0, 0, 1)
  expect(measureTexts({ alignment, changed: 0.5, colourCast: 1.234, ssim: 0.91 })).toEqual([
    '50 % changed',
    'cast ΔE 1.2',
    'SSIM 0.910',
  ])
  expect(measureTexts({ alignment, reason: 'The sizes differ.' })).toEqual([])
})
