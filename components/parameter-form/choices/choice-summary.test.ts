import { describe, expect, it } from 'vitest'
import { modelById } from '@/lib/models/registry'
import { choiceSummary, ownersOf } from './choice-summary'
import { choiceKey, choiceTitles } from './choice-titles'

const model = modelById('flux-dev')
const summary = (values: object, override?: object, swept: string[] = []) =>
  choiceSummary(model, { modelId: model.id, values: { ...values }, override }, swept)

describe('what is said of a model whose section is closed', () => {
  it('is "defaults" until something differs from what the model does by itself', () => {
    expect(summary({})).toBe('defaults')
    expect(summary({ strength: 0.8, output_format: 'jpeg', size: '' })).toBe('defaults')
  })

  it('is the first change, and how many more', () => {
    expect(summary({ strength: 0.5 })).toBe('strength 0.5')
    expect(summary({ strength: 0.5, num_inference_steps: 9, size: '512*512' })).toBe('strength 0.5, 2 more')
  })

  it('is everything it gets of its own, an empty one too', () => {
    expect(summary({}, { prompt: 'x', images: [], seed: 4 })).toBe('own prompt, own pictures, own seed')
    expect(summary({ strength: 0.5, size: '512*512' }, { prompt: 'x' })).toBe(
      'own prompt, strength 0.5, 1 more',
    )
  })

  it('is silent on what is swept', () => {
    expect(summary({ strength: 0.5 }, undefined, ['strength'])).toBe('defaults')
  })
})

const twice = ['flux-dev', 'flux-2-pro-edit', 'flux-dev'].map((modelId) => ({ modelId, values: {} }))

it('tells two of the same model apart, and keeps each one’s key while another goes', () => {
  expect(choiceTitles(twice)).toEqual(['FLUX.1 Dev (1)', 'FLUX.2 [pro] Edit', 'FLUX.1 Dev (2)'])
  expect(choiceTitles(twice.slice(1))).toEqual(['FLUX.2 [pro] Edit', 'FLUX.1 Dev'])
  expect(choiceKey(twice, 1)).toBe(choiceKey(twice.slice(1), 0))
  expect(new Set(twice.map((_, index) => choiceKey(twice, index))).size).toBe(3)
})

it('lists who has a value of their own, but none that takes no such value', () => {
  const seedless = twice.map((choice, at) => (at === 1 ? { ...choice, modelId: 'flux2-klein-4b' } : choice))
  const choices = seedless.map((choice) => ({ ...choice, override: { seed: 4 } }))
  const values = { input: { images: [] }, choices, sweep: { samples: 1, axes: [] } }
  expect(ownersOf(values, 'seed')).toEqual([
    { title: 'FLUX.1 Dev (1)', choice: 0 },
    { title: 'FLUX.1 Dev (2)', choice: 2 },
  ])
})
