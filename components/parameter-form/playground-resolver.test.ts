import { describe, expect, it } from 'vitest'
import { models } from '@/lib/models/registry'
import { placeIssues } from './field-problems'
import { flattenErrors } from './form-errors'
import { playgroundResolver } from './playground-resolver'
import { noSweep, type FormChoice, type PlaygroundValues } from './playground-values'

const picture = { width: 640, height: 480, hasAlpha: false }
const pictures = new Map([
  ['picture', picture],
  ['same', picture],
  ['other', { width: 320, height: 240, hasAlpha: false }],
])

async function problemsOf(values: Partial<Omit<PlaygroundValues, 'input'>> & { input?: object }) {
  const { input, ...rest } = values
  const all: PlaygroundValues = { choices: [], sweep: noSweep, ...rest, input: { images: [], ...input } }
  const options = { fields: {}, shouldUseNativeValidation: false } as const
  const { errors } = await playgroundResolver(all, { pictures }, options)
  return flattenErrors(errors)
}
/** Of one model. */
async function problems(modelId: string, input: Partial<PlaygroundValues['input']>, own = {}) {
  const found = await problemsOf({ input, choices: [{ modelId, values: own }] })
  return found.map(({ path, message }) => ({ path, message }))
}

describe('checking the form of one model', () => {
  it('accepts what every model accepts', async () => {
    for (const { id } of models) expect(await problems(id, { prompt: 'x', images: ['picture'] })).toEqual([])
  })

  it('shows shared rows at their role, whatever the model calls them', async () => {
    const found = await problems('flux-dev', { images: ['picture'], seed: 1.5 })
    expect(found.map(({ path }) => path).sort()).toEqual(['input.prompt', 'input.seed'])
    const paths = (await problems('flux-2-pro-edit', {})).map(({ path }) => path)
    expect(paths).toEqual(['input.prompt', 'input.images'])
  })

  it('names a number out of range, off its grid or not a number at its own field, and changes none', async () => {
    const own = { strength: 1.35, guidance_scale: 3.7, num_images: 'three' }
    const found = await problems('flux-dev', { prompt: 'x' }, own)
    expect(found).toEqual([
      { path: 'choices.0.values.strength', message: 'Strength must be from 0 to 1.' },
      {
        path: 'choices.0.values.guidance_scale',
        message: 'Guidance scale must be from 1 to 20, in steps of 0.5.',
      },
      { path: 'choices.0.values.num_images', message: 'Number of images must be a number.' },
    ])
    expect(own).toEqual({ strength: 1.35, guidance_scale: 3.7, num_images: 'three' })
  })

  it('names each value the model does not have', async () => {
    const found = await problems('flux-dev', { prompt: 'x' }, { steps: 4, cfg: 2 })
    expect(found.map(({ path }) => path).sort()).toEqual(['choices.0.values.cfg', 'choices.0.values.steps'])
    expect(found[0]?.message).toContain('has no parameter')
  })

  it('reads an emptied field as absent', async () => {
    expect(await problems('flux-dev', { prompt: 'x' }, { strength: '', size: undefined })).toEqual([])
  })

  it('asks for a mask of the size of its picture', async () => {
    const check = async (modelId: string, mask: string, keepOutside?: boolean) => {
      const input = { prompt: 'x', images: ['picture'], keepOutside }
      const choices = [{ modelId, values: {} }]
      return (await problemsOf({ input, masks: { picture: mask }, choices })).map(({ path }) => path)
    }
    expect(await check('flux-dev', 'same')).toEqual([])
    expect(await check('flux-dev', 'other', false)).toEqual(['input.mask'])
    expect(await check('flux-2-pro-edit', 'other')).toEqual(['input.mask'])
    // A model without a mask leaves it out, so it may stay.
    expect(await check('flux-2-pro-edit', 'other', false)).toEqual([])
  })
})

describe('checking the form of several models', () => {
  const dev: FormChoice = { modelId: 'flux-dev', values: {} }
  const klein: FormChoice = { modelId: 'flux-2-klein-9b-edit', values: {} }
  const pro: FormChoice = { modelId: 'flux-2-pro-edit', values: {} }
  const five = Array.from({ length: 5 }, (_, index) => `picture-${index}`)
  const input = { prompt: 'x', images: ['picture'] }

  it('says once what all of them say, and names those that say what others don’t', async () => {
    expect(await problemsOf({ choices: [klein, pro], input: { images: ['picture'], prompt: ' ' } })).toEqual([
      { path: 'input.prompt', message: expect.stringMatching(/^Instruction/) as string, choices: [0, 1] },
    ])
    expect(await problemsOf({ choices: [pro, klein], input: { prompt: 'x', images: five } })).toEqual([
      {
        path: 'input.images',
        message: 'FLUX.2 Klein 9B Edit: Images: 5 given, at most 3 pictures can be used. Remove some.',
        choices: [1],
        isOfSome: true,
      },
    ])
  })

  it('puts a model’s own problem into its section, of the same model twice too', async () => {
    const strong = { modelId: 'flux-dev', values: { strength: 3 } }
    const found = await problemsOf({ choices: [dev, strong], input })
    expect(found).toEqual([
      { path: 'choices.1.values.strength', message: 'Strength must be from 0 to 1.', choices: [1] },
    ])
  })

  it('checks the value a model was given of its own, where it stands', async () => {
    const own = { ...klein, override: { seed: 20_000, prompt: null } }
    const found = await problemsOf({ choices: [dev, own], input: { ...input, seed: 3 } })
    expect(found.map(({ path }) => path)).toEqual(['choices.1.override.prompt', 'choices.1.override.seed'])
    // Where all have their own, what is shared may be empty.
    const both = [dev, klein].map((choice) => ({ ...choice, override: { prompt: 'y' } }))
    expect(await problemsOf({ choices: both, input: { images: ['picture'] } })).toEqual([])
  })

  it('puts what is wrong with a mask where its picture is', async () => {
    const masks = { picture: 'same', other: 'same' }
    const own = { ...dev, override: { images: ['other'] } }
    const found = await problemsOf({ choices: [klein, own], input, masks })
    expect(found.map(({ path }) => path)).toEqual(['choices.1.override.mask'])
  })

  it('puts what is wrong with a swept value at its axis', async () => {
    const sweep = { samples: 1, axes: [{ parameter: 'guidance_scale', text: '3.5, 3.7' }] }
    expect(await problemsOf({ choices: [klein, dev], input, sweep })).toEqual([
      {
        path: 'sweep.axes.0',
        message: 'FLUX.1 Dev: Guidance scale must be from 1 to 20, in steps of 0.5.',
        choices: [1],
        isOfSome: true,
      },
    ])
  })

  it('checks the shared seed that samples go on from, not one they leave unused', async () => {
    const own = { ...klein, override: { seed: 99_999 } }
    const sweep = { samples: 3, axes: [] }
    expect(await problemsOf({ choices: [own, dev], input, sweep })).toEqual([])
    const found = await problemsOf({ choices: [own, dev], input: { ...input, seed: 99_999 }, sweep })
    expect(found.map(({ path }) => path)).toEqual(['input.seed'])
  })
})

describe('what the server refuses', () => {
  it('goes to the same fields', () => {
    const values: PlaygroundValues = {
      input: { images: [] },
      choices: [
        { modelId: 'flux-2-pro-edit', values: {} },
        { modelId: 'flux-dev', values: {}, override: { images: [] } },
      ],
      sweep: { samples: 1, axes: [{ parameter: 'num_images', text: '1, 2' }] },
    }
    const issues = [
      { choice: 1, path: ['image'], message: 'gone' },
      { choice: 0, path: ['images', '0'], message: 'gone' },
      { choice: 1, path: ['size'], message: 'no' },
      { choice: 1, path: ['num_images'], message: 'too many' },
      { choice: 0, path: [''], message: 'all' },
      { choice: 0, path: ['mask'], message: 'empty' },
      { choice: 1, path: ['mask_image'], message: 'empty' },
    ]
    expect(placeIssues(values, issues).map(({ path, message }) => [path, message])).toEqual([
      ['choices.1.override.images', 'gone'],
      ['input.images', 'FLUX.2 [pro] Edit: gone'],
      ['choices.1.values.size', 'no'],
      ['sweep.axes.0', 'FLUX.1 Dev: too many'],
      ['root', 'FLUX.2 [pro] Edit: all'],
      ['input.mask', 'FLUX.2 [pro] Edit: empty'],
      ['choices.1.override.mask', 'empty'],
    ])
  })
})

it('looks for too many pictures beside a batch, which gives one at a time', async () => {
  const batch = { pictures: [{ id: 'picture', name: 'a.png' }], text: '', rows: [] }
  const choices = [{ modelId: 'flux-2-klein-base-9b-edit', values: {} }]
  const found = (images: string[]) => problemsOf({ batch, choices, input: { prompt: 'x', images } })
  expect(await found(['picture', 'same'])).toEqual([])
  expect((await found(['picture', 'same', 'other'])).map(({ path, message }) => [path, message])).toEqual([
    [
      'input.images',
      'Images: 4 given, at most 3 pictures can be used. Remove some. The picture of the batch is one of them.',
    ],
  ])
})
