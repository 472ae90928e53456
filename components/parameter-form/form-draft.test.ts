import { describe, expect, it } from 'vitest'
import { picturesOf, readDraft } from './form-draft'

const draft = {
  values: {
    input: { prompt: 'x', images: ['a'], seed: 3, keepOutside: false },
    masks: { a: 'm' },
    choices: [
      { modelId: 'flux-dev', values: { strength: 0.5 } },
      { modelId: 'flux-dev', values: {}, override: { prompt: 'y', images: ['b'], seed: null } },
    ],
    sweep: { samples: 3, axes: [{ parameter: 'guidance_scale', text: '1, 2, ..' }] },
    batch: { pictures: [{ id: 'c', name: 'cat.png' }], text: 'x', rows: [{ line: 1, text: 'x' }] },
  },
  pictures: [],
}
const read = (values: object) =>
  readDraft(JSON.stringify({ ...draft, values: { ...draft.values, ...values } }))

describe('a stored draft', () => {
  it('comes back as it was, half-typed axes too', () => {
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
  })

  it('is none if its models are gone or another version wrote it', () => {
    const gone = { choices: [{ modelId: 'flux-0', values: {} }] }
    const first = {
      values: { input: { images: [] }, choice: { modelId: 'flux-dev', values: {} } },
      pictures: [],
    }
    expect([null, 'null', '{}', '{"values":{"input":{}}}', JSON.stringify(first)].map(readDraft)).toEqual(
      Array(5).fill(undefined),
    )
    expect(read(gone)).toBeUndefined()
    expect(read({ choices: [...gone.choices, ...draft.values.choices] })?.values.choices).toEqual(
      draft.values.choices,
    )
  })

  it('has one sample where what it says of samples makes no sense', () => {
    for (const sweep of [undefined, {}, { samples: 0 }, { samples: 999, axes: 'no' }])
      expect(read({ sweep })?.values.sweep).toEqual({ samples: 1, axes: [] })
  })

  it('has no batch where what it says of one makes no sense', () => {
    for (const batch of [null, 7, {}, { pictures: 'no', text: '', rows: [] }])
      expect(read({ batch })?.values).not.toHaveProperty('batch')
  })

  it('needs every picture, those of single models too', () => {
    expect(picturesOf(draft.values)).toEqual(['a', 'b', 'm', 'c'])
  })
})
