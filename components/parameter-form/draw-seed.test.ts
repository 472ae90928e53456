import { describe, expect, it } from 'vitest'
import { modelById } from '@/lib/models/registry'
import { drawSeed, withDrawnSeed } from './draw-seed'

const row = { name: 'seed', kind: 'seed', role: 'seed', description: '', min: 5, max: 9, random: -1 } as const
const input = { prompt: 'x', images: [] }

describe('drawing a seed', () => {
  it('reaches both ends of the range and stays within', () => {
    expect(drawSeed(row, () => 0)).toBe(5)
    expect(drawSeed(row, () => 1 - Number.EPSILON)).toBe(9)
  })

  it('fills in for "random", however it is said', () => {
    const model = modelById('flux-2-klein-9b-edit')
    expect(withDrawnSeed(model, input, () => 0.5).seed).toBe(5000)
    expect(withDrawnSeed(model, { ...input, seed: -1 }, () => 0.5).seed).toBe(5000)
  })

  it('keeps a given seed, zero too', () => {
    expect(withDrawnSeed(modelById('flux-2-pro-edit'), { ...input, seed: 0 }, () => 0.5).seed).toBe(0)
  })

  it('gives none to a model that takes none', () => {
    expect(withDrawnSeed(modelById('flux2-klein-4b'), input)).toEqual(input)
  })
})
