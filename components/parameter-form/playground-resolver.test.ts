import { describe, expect, it } from 'vitest'
import { models } from '@/lib/models/registry'
import { flattenErrors, problemsOf } from './field-problems'
import { playgroundResolver } from './playground-resolver'
import type { PlaygroundValues } from './playground-values'

const picture = { width: 640, height: 480, hasAlpha: false }
const pictures = new Map([
  ['picture', picture],
  ['same', picture],
  ['other', { width: 320, height: 240, hasAlpha: false }],
])

async function problems(modelId: string, input: Partial<PlaygroundValues['input']>, own = {}) {
  const values: PlaygroundValues = { input: { images: [], ...input }, choice: { modelId, values: own } }
  const options = { fields: {}, shouldUseNativeValidation: false } as const
  const { errors } = await playgroundResolver(values, { pictures }, options)
  return flattenErrors(errors)
}

describe('checking the form', () => {
  it('accepts what every model accepts', async () => {
    for (const { id } of models) expect(await problems(id, { prompt: 'x', images: ['picture'] })).toEqual([])
  })

  it('shows shared rows at their role, whatever the model calls them', async () => {
    const found = await problems('flux-dev', { prompt: 'x', mask: 'same', seed: 1.5 })
    expect(found.map(({ path }) => path)).toEqual(['input.seed', 'input.mask'])
    const paths = (await problems('flux-2-pro-edit', {})).map(({ path }) => path)
    expect(paths).toEqual(['input.prompt', 'input.images'])
  })

  it('names a number out of range, off its grid or not a number at its own field, and changes none', async () => {
    const own = { strength: 1.35, guidance_scale: 3.7, num_images: 'three' }
    const found = await problems('flux-dev', { prompt: 'x' }, own)
    expect(found).toEqual([
      { path: 'choice.values.strength', message: 'Strength must be from 0 to 1.' },
      {
        path: 'choice.values.guidance_scale',
        message: 'Guidance scale must be from 1 to 20, in steps of 0.5.',
      },
      { path: 'choice.values.num_images', message: 'Number of images must be a number.' },
    ])
    expect(own).toEqual({ strength: 1.35, guidance_scale: 3.7, num_images: 'three' })
  })

  it('names each value the model does not have', async () => {
    const found = await problems('flux-dev', { prompt: 'x' }, { steps: 4, cfg: 2 })
    expect(found.map(({ path }) => path).sort()).toEqual(['choice.values.cfg', 'choice.values.steps'])
    expect(found[0]?.message).toContain('has no parameter')
  })

  it('reads an emptied field as absent', async () => {
    expect(await problems('flux-dev', { prompt: 'x' }, { strength: '', size: undefined })).toEqual([])
  })

  it('asks for a mask of the size of its picture', async () => {
    const run = { prompt: 'x', images: ['picture'] }
    expect(await problems('flux-dev', { ...run, mask: 'same' })).toEqual([])
    expect(await problems('flux-dev', { ...run, mask: 'other' })).toEqual([
      {
        path: 'input.mask',
        message:
          'The mask is 320 × 240, its picture 640 × 480: they must be the same. Use a mask of the picture’s size.',
      },
    ])
    // A model without a mask leaves it out, so it may stay.
    expect(await problems('flux-2-pro-edit', { ...run, mask: 'other' })).toEqual([])
  })
})

describe('what the server refuses', () => {
  it('goes to the same fields', () => {
    const dev = models.find(({ id }) => id === 'flux-dev')
    const issues = [
      { path: ['image'], message: 'gone' },
      { path: ['size'], message: 'no' },
      { path: [], message: 'all' },
    ]
    expect(dev && problemsOf(dev, issues)).toEqual([
      { path: 'input.images', message: 'gone' },
      { path: 'choice.values.size', message: 'no' },
      { path: 'root', message: 'all' },
    ])
  })
})
