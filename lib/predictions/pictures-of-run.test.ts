import { expect, it } from 'vitest'
import { aRun } from '@/lib/testing/a-prediction'
import { pictureUsesOfRun } from './pictures-of-run'

it('names every picture of a run once: shared, of a batch, of one model’s override, and of one model’s own', () => {
  const run = aRun({
    input: { prompt: 'x', images: ['a', 'b'], mask: 'm' },
    choices: [
      { modelId: 'flux-2-pro-edit', values: {}, override: { images: ['c', 'a'] } },
      { modelId: 'flux-dev', values: {}, override: { mask: 'n' } },
      { modelId: 'flux2-klein-4b', values: { image_uris: ['d'] } },
      { modelId: 'gone', values: { images: ['e'] } },
    ],
    axes: [{ parameter: 'images', values: ['f', 'b', 'f'] }],
  })
  expect(pictureUsesOfRun(run).map(({ id, use }) => `${use} ${id}`)).toEqual([
    'image f',
    'image b',
    'image a',
    'mask m',
    'image c',
    'mask n',
    'image d',
  ])
})
