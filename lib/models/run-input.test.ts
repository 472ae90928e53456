import { describe, expect, it } from 'vitest'
import { modelById, models } from './registry'
import { joinValues, splitValues, type RunInput } from './run-input'

const [a, b] = ['picture-a', 'picture-b']
const everything: RunInput = { prompt: 'Make it night', images: [a, b], mask: 'mask', seed: 7 }

describe('joinValues', () => {
  it.each<[string, Record<string, unknown>]>([
    ['flux-2-klein-9b-edit', { prompt: 'Make it night', images: [a, b], seed: 7 }],
    ['flux-2-pro-edit', { prompt: 'Make it night', images: [a, b], seed: 7 }],
    ['flux-2-klein-base-9b-edit', { prompt: 'Make it night', images: [a, b], seed: 7 }],
    ['flux-dev', { prompt: 'Make it night', image: a, mask_image: 'mask', seed: 7 }],
    ['flux2-klein-4b', { prompt: 'Make it night', images: [a, b] }],
  ])('gives %s what it can use', (id, values) => {
    expect(joinValues(modelById(id), everything, {})).toEqual(values)
  })

  it('puts a model’s own values beside the shared ones, and leaves absent ones out', () => {
    const own = { strength: 0.3 }
    expect(joinValues(modelById('flux-dev'), { images: [] }, own)).toEqual({ strength: 0.3 })
  })
})

describe('splitValues', () => {
  it.each(models.map(({ id }) => id))('is the inverse of joinValues for %s', (id) => {
    const model = modelById(id)
    const values = joinValues(model, everything, { own: 1 })
    const { input, own } = splitValues(model, values)
    expect(own).toEqual({ own: 1 })
    expect(joinValues(model, input, own)).toEqual(values)
  })

  it.each<[string, Record<string, unknown>, RunInput, Record<string, unknown>]>([
    ['flux-2-pro-edit', { images: a }, { images: [a] }, {}],
    ['flux2-klein-4b', { images: JSON.stringify([a, b]) }, { images: [a, b] }, {}],
    ['flux2-klein-4b', { image_uris: [a] }, { images: [] }, { image_uris: [a] }],
    ['flux-dev', { image: a, strength: 0.5 }, { images: [a] }, { strength: 0.5 }],
    // Random is said differently by each model: it is not a shared value.
    ['flux-dev', { seed: -1 }, { images: [] }, {}],
    ['flux-2-pro-edit', { seed: -1 }, { images: [], seed: -1 }, {}],
    ['flux-dev', { prompt: null, mask_image: '', image: undefined }, { images: [] }, {}],
    ['flux-dev', { unknown: 1 }, { images: [] }, { unknown: 1 }],
  ])('%s %o', (id, values, input, own) => {
    expect(splitValues(modelById(id), values)).toEqual({ input, own })
  })
})
