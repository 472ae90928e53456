import { describe, expect, it } from 'vitest'
import { presetSchema, type Preset } from './preset'
import { readPresetFile, writePresetFile } from './preset-file'

const preset: Preset = {
  name: 'Night 🌙',
  input: { prompt: 'Make it night, tinted #1E6FD9', seed: 7 },
  choices: [
    { modelId: 'flux-2-pro-edit', values: {} },
    { modelId: 'flux-dev', values: { strength: 0.5 }, override: { prompt: 'A night' } },
  ],
  sweep: { samples: 3, axes: [{ parameter: 'strength', text: '0.2, .., 0.8' }] },
}
const problem = (content: unknown) => {
  const read = readPresetFile(content)
  return 'problem' in read ? read.problem : undefined
}
const file = (presets: unknown) => ({ format: 'diptych-presets', version: 1, presets })

describe('a file of presets', () => {
  it('comes back as it was written, without what is the server’s own', () => {
    const stored = { ...preset, id: 'x', createdAt: 1, updatedAt: 2 }
    expect(readPresetFile(JSON.parse(writePresetFile([stored])))).toEqual({ presets: [preset] })
  })

  it('says what is wrong with it', () => {
    for (const content of [null, [], 'x', {}, { format: 'other', version: 1, presets: [] }])
      expect(problem(content)).toBe(
        'This is not a file of presets. Choose one that was exported from Diptych.',
      )
    expect(problem({ ...file([]), version: 2 })).toMatch(
      /^The file is of version 2; this Diptych reads version 1/,
    )
    expect(problem(file([]))).toMatch(/no presets/)
    expect(problem(file(Array(501).fill(preset)))).toMatch(/501 presets; at most 500/)
    expect(problem(file([preset, { ...preset, choices: [] }]))).toBe(
      'Preset 2 (“Night 🌙”) can’t be read: choices: A preset has 1 to 64 models. Nothing was imported.',
    )
    expect(problem(file([{ ...preset, name: ' ' }]))).toMatch(/name: Give the preset a name/)
    expect(problem(file([7]))).toMatch(/^Preset 1 can’t be read: .*[^.]\. Nothing was imported\.$/)
  })
})

it('a preset holds no pictures', () => {
  expect(presetSchema.safeParse({ ...preset, input: { images: ['a'] } }).success).toBe(false)
  const withPictures = [{ modelId: 'x', values: { image_uris: ['a'] } }]
  expect(presetSchema.safeParse({ ...preset, choices: withPictures }).success).toBe(false)
})
