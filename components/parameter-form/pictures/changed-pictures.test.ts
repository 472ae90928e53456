import { describe, expect, it } from 'vitest'
import type { FormBatch } from '../batch/form-batch'
import { noSweep, type PlaygroundValues } from '../playground-values'
import { changedBatch, changedPictures } from './changed-pictures'

const own = (override: object) => ({ modelId: 'flux-dev', values: {}, override })
const values: PlaygroundValues = {
  input: { prompt: '🐈 image 1 onto image2', images: ['a', 'b'] },
  choices: [
    { modelId: 'flux-2-pro-edit', values: {} },
    own({ prompt: 'image 2 alone' }),
    own({ prompt: 'image 2 of my own', images: ['c', 'd'] }),
    own({ prompt: null }),
  ],
  sweep: {
    samples: 1,
    axes: [
      { parameter: 'prompt', text: 'image 1 || no picture || Image 2' },
      { parameter: 'strength', text: '1, 2' },
    ],
  },
}

describe('pictures that change', () => {
  it('take every instruction that names them along', () => {
    expect(changedPictures(values, { path: 'input.images', images: ['b', 'a'] })).toEqual([
      { path: 'input.images', value: ['b', 'a'] },
      { path: 'choices.1.override.prompt', value: 'image 1 alone' },
      { path: 'input.prompt', value: '🐈 image 2 onto image1' },
      {
        path: 'sweep',
        value: {
          samples: 1,
          axes: [{ parameter: 'prompt', text: 'image 2 || no picture || Image 1' }, values.sweep.axes[1]],
        },
      },
    ])
  })

  it('of one model’s own are counted in its own instruction only', () => {
    expect(changedPictures(values, { path: 'choices.2.override.images', images: ['d'] })).toEqual([
      { path: 'choices.2.override.images', value: ['d'] },
      { path: 'choices.2.override.prompt', value: 'image 1 of my own' },
    ])
  })

  it('change nothing else where nothing names them, or where they only become others', () => {
    const replaced = { from: 'a', to: 'x' }
    expect(changedPictures(values, { path: 'input.images', images: ['x', 'b'], replaced })).toHaveLength(1)
    const silent = { ...values, input: { images: ['a'] }, choices: [], sweep: noSweep }
    expect(changedPictures(silent, { path: 'input.images', images: [] })).toHaveLength(1)
  })

  it('stand behind the picture of a batch', () => {
    const text = 'x.png,image 1 beside image 2'
    const rows = [{ line: 1, file: 'x.png', text: 'image 1 beside image 2' }]
    const batch = { pictures: [{ id: 'x', name: 'x.png' }], text, rows }
    const changes = changedPictures({ ...values, batch }, { path: 'input.images', images: ['b', 'a'] })
    const now = (path: string) => changes.find((change) => change.path === path)?.value
    expect(now('input.prompt')).toBe('🐈 image 1 onto image3')
    expect(now('batch')).toEqual({
      ...batch,
      text: 'x.png,image 1 beside image 3',
      rows: [{ line: 1, file: 'x.png', text: 'image 1 beside image 3' }],
    })
  })
})

describe('a batch that comes and goes', () => {
  const batch = { pictures: [{ id: 'x', name: 'x.png' }], text: 'x.png,image 1', rows: [] }
  const after = (now: PlaygroundValues, next: FormBatch | undefined) =>
    Object.fromEntries(changedBatch(now, next).map(({ path, value }) => [path, value]))

  it('moves the pictures beside it on by a place, and back', () => {
    const begun = after(values, batch)
    expect(begun).toEqual({
      batch,
      'input.prompt': '🐈 image 2 onto image3',
      'choices.1.override.prompt': 'image 3 alone',
      'choices.2.override.prompt': 'image 3 of my own',
      sweep: expect.objectContaining({
        axes: [{ parameter: 'prompt', text: 'image 2 || no picture || Image 3' }, values.sweep.axes[1]],
      }) as unknown,
    })
    const during = { ...values, input: { ...values.input, prompt: 'image 2 onto image 1' }, batch }
    // What named each picture of the batch names nothing any more, and never another picture.
    expect(after(during, undefined)['input.prompt']).toBe('image 1 onto image 3')
  })

  it('changes no instruction while there are others in it, or none beside it', () => {
    const more = { ...batch, pictures: [...batch.pictures, { id: 'y', name: 'y.png' }] }
    expect(after({ ...values, batch }, more)).toEqual({ batch: more })
    const alone = { ...values, input: { images: [], prompt: 'image 1 in red' }, choices: [], sweep: noSweep }
    expect(after(alone, batch)).toEqual({ batch })
    expect(after({ ...alone, batch }, undefined)).toEqual({ batch: undefined })
  })
})
