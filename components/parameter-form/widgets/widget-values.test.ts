import { describe, expect, it } from 'vitest'
import { schemaFor } from '@/lib/models/schema'
import { modelById } from '@/lib/models/registry'
import type { SizeParameter } from '@/lib/models/parameter'
import { readNumber, stepFrom } from './number-text'
import { customStart, emptyLabel, optionLabel, sizeHalves, sizePresets } from './size-choices'

function sizeOf(modelId: string): SizeParameter {
  const row = modelById(modelId).parameters.find((parameter) => parameter.kind === 'size')
  if (row?.kind !== 'size') throw new Error(`${modelId} has no size.`)
  return row
}
function freeSizeOf(modelId: string) {
  const row = sizeOf(modelId)
  if ('options' in row) throw new Error(`${modelId} has a list of sizes.`)
  return row
}

describe('a typed number', () => {
  it('is a number, nothing, or the text itself', () => {
    expect(['0.8', ' 12 ', '', '  ', '1e', '0,8', '99999'].map(readNumber)).toEqual([
      0.8,
      12,
      undefined,
      undefined,
      '1e',
      '0,8',
      99999,
    ])
  })

  it('steps along the grid without binary noise, and not out of the range', () => {
    const range = { min: 0, max: 1, step: 0.1 }
    expect(stepFrom(0.2, 1, range)).toBe(0.3)
    expect(stepFrom(1, 1, range)).toBe(1)
    expect(stepFrom(0, -1, range)).toBe(0)
    expect(stepFrom(5, -1, range)).toBe(1)
  })
})

describe('sizes', () => {
  it('say what an empty choice will be', () => {
    const portrait = { width: 800, height: 1200 }
    expect(emptyLabel(sizeOf('flux2-klein-4b'), portrait)).toBe('Match image 1 → 832 × 1248 (photo_v)')
    expect(emptyLabel(sizeOf('flux2-klein-4b'), undefined)).toBe('Default → 1344 × 768 (landscape)')
    expect(emptyLabel(sizeOf('flux-dev'), portrait)).toBe('Match image 1 → 768 × 1024')
    expect(emptyLabel(sizeOf('flux-2-klein-9b-edit'), portrait)).toBe('Same as the input')
    expect(emptyLabel(sizeOf('flux-2-pro-edit'), portrait)).toBe('Left to the provider')
    expect(optionLabel({ value: 'small' })).toBe('small')
  })

  it('offer only presets and starts that the schema takes', () => {
    const model = modelById('flux-2-klein-base-9b-edit')
    const row = freeSizeOf(model.id)
    const starts = [undefined, { width: 6000, height: 4000 }, { width: 100, height: 5000 }]
    const offered = [
      ...sizePresets(row).map(({ value }) => value),
      ...starts.map((first) => customStart(row, first)),
    ]
    expect(sizePresets(row).length).toBeGreaterThan(5)
    for (const size of offered)
      expect(schemaFor(model).safeParse({ prompt: 'x', images: ['a'], size }).error?.issues).toBeUndefined()
  })

  it('take a free size apart as typed', () => {
    expect([sizeHalves('1024*768'), sizeHalves('10x'), sizeHalves('big')]).toEqual([
      ['1024', '768'],
      ['10', ''],
      ['big', ''],
    ])
  })
})
