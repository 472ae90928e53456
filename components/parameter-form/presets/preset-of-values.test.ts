import { describe, expect, it } from 'vitest'
import { presetSchema } from '@/lib/presets/preset'
import { noSweep, type PlaygroundValues } from '../playground-values'
import { presetOf, presetSummary, withPreset } from './preset-of-values'

const values: PlaygroundValues = {
  input: { prompt: 'Night 🌙', images: ['a'], seed: 7, keepOutside: false },
  masks: { a: 'm' },
  choices: [
    { modelId: 'flux-2-pro-edit', values: { size: '', image_uris: ['https://x/1.png'] } },
    { modelId: 'flux-dev', values: { strength: 0.5 }, override: { prompt: null, images: ['b'], seed: 3 } },
  ],
  sweep: { samples: 3, axes: [{ parameter: 'strength', text: '0.2, 0.4' }] },
  batch: { pictures: [{ id: 'x', name: 'x.png' }], text: '', rows: [] },
}

describe('a preset of the form', () => {
  it('holds everything but the pictures, and is what the server takes', () => {
    const preset = presetOf(' Night ', values)
    expect(presetSchema.parse(preset)).toEqual({
      name: 'Night',
      input: { prompt: 'Night 🌙', seed: 7, keepOutside: false },
      choices: [
        { modelId: 'flux-2-pro-edit', values: {} },
        { modelId: 'flux-dev', values: { strength: 0.5 }, override: { seed: 3 } },
      ],
      sweep: values.sweep,
    })
    expect(presetSummary(preset)).toBe('FLUX.2 [pro] Edit, FLUX.1 Dev · 3 samples · strength swept')
  })

  it('comes back onto other pictures, and takes away what it does not say', () => {
    const now: PlaygroundValues = {
      input: { prompt: 'Old', images: ['z'], seed: 1 },
      masks: { z: 'y' },
      choices: [{ modelId: 'flux-dev', values: { strength: 1 } }],
      sweep: noSweep,
    }
    const { name, ...rest } = presetOf('Night', values)
    const bare = { name, ...rest, input: { prompt: 'New' } }
    expect(withPreset(bare, now)).toEqual({
      values: { ...now, input: { images: ['z'], prompt: 'New' }, choices: rest.choices, sweep: values.sweep },
      unknown: [],
    })
  })

  it('names models that are gone, and keeps the form’s where none is left', () => {
    const gone = { modelId: 'flux-0', values: {} }
    const preset = presetOf('Old', { ...values, choices: [gone] })
    expect(withPreset(preset, values)).toMatchObject({
      values: { choices: values.choices },
      unknown: ['flux-0'],
    })
    expect(presetSummary(preset)).toMatch(/^models that are gone/)
  })
})
