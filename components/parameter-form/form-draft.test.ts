import { describe, expect, it } from 'vitest'
import { readDraft } from './form-draft'

const draft = {
  values: {
    input: { prompt: 'x', images: ['a'], seed: 3 },
    choice: { modelId: 'flux-dev', values: { strength: 0.5 } },
  },
  pictures: [],
}

describe('a stored draft', () => {
  it('comes back as it was', () => {
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
  })

  it('is none if its model is gone or another version wrote it', () => {
    const gone = { ...draft, values: { ...draft.values, choice: { modelId: 'flux-0', values: {} } } }
    expect([null, 'null', '{}', '{"values":{"input":{}}}', JSON.stringify(gone)].map(readDraft)).toEqual(
      Array(5).fill(undefined),
    )
  })
})
