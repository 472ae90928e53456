import { describe, expect, it } from 'vitest'
import { models } from '@/lib/models/registry'
import type { RunPlan } from '@/lib/models/run-plan'
import { planOf, planToRun, valuesOf } from './plan-of-values'
import { noSweep, type PlaygroundValues } from './playground-values'

const all = models.map(({ id }) => ({ modelId: id, values: {} }))
const dev = { modelId: 'flux-dev', values: { strength: 0.5 } }
const values: PlaygroundValues = { input: { prompt: 'x', images: ['a'] }, choices: [dev], sweep: noSweep }
const half = () => 0.5

describe('the plan a form stands for', () => {
  it('has nothing empty in it, and no axes where nothing is varied', () => {
    const choices = [{ modelId: 'flux-dev', values: { strength: '', size: undefined }, override: {} }]
    expect(planOf({ ...values, choices, input: { ...values.input, prompt: 'x', seed: undefined } })).toEqual({
      input: { prompt: 'x', images: ['a'] },
      choices: [{ modelId: 'flux-dev', values: {} }],
    })
  })

  it('says "none" for a text of a model’s own that is empty, and "as all" for an empty seed', () => {
    const override = { prompt: null, images: null, seed: null }
    expect(planOf({ ...values, choices: [{ ...dev, override }] }).choices[0]?.override).toEqual({
      prompt: '',
      images: [],
    })
  })

  it('has the mask of the first picture, wherever that picture stood before', () => {
    const masks = { a: 'mask of a', b: 'mask of b' }
    const inputOf = (...images: string[]) => planOf({ ...values, masks, input: { images } }).input
    expect(inputOf('a', 'b')).toEqual({ images: ['a', 'b'], mask: 'mask of a', keepOutside: true })
    expect(inputOf('b', 'a').mask).toBe('mask of b')
    expect(inputOf('c', 'a')).toEqual({ images: ['c', 'a'] })
    expect(inputOf()).toEqual({ images: [] })
    const off = planOf({ ...values, masks, input: { images: ['a'], keepOutside: false } })
    expect(off.input.keepOutside).toBe(false)
    expect(planOf({ ...values, input: { images: ['a'], keepOutside: false } }).input).toEqual({
      images: ['a'],
    })
  })

  it('gives a model with pictures of its own their mask, and none where they have none', () => {
    const masks = { a: 'mask of a', b: 'mask of b' }
    const overrides = (images: string[]) => {
      const plan = planOf({ ...values, masks, choices: [{ ...dev, override: { images } }, dev] })
      return plan.choices.map(({ override }) => override)
    }
    expect(overrides(['b'])).toEqual([{ images: ['b'], mask: 'mask of b' }, undefined])
    expect(overrides(['c'])).toEqual([{ images: ['c'], mask: '' }, undefined])
  })

  it('puts samples last, from the seed of the form on, and round at the end of the range', () => {
    const axes = [{ parameter: 'strength', text: '0.2, 0.4, .., 0.8' }]
    const sweep = { samples: 3, axes }
    expect(planOf({ ...values, input: { ...values.input, seed: 7 }, sweep }).axes).toEqual([
      { parameter: 'strength', values: [0.2, 0.4, 0.6, 0.8] },
      { parameter: 'seed', values: [7, 8, 9] },
    ])
    const last = {
      ...values,
      choices: all,
      input: { ...values.input, seed: 9_999 },
      sweep: { ...sweep, axes: [] },
    }
    expect(planOf(last).axes).toEqual([{ parameter: 'seed', values: [9_999, 10_000, 0] }])
  })

  it('draws the seed within what all the models take', () => {
    const run = planToRun(
      { ...values, choices: all, sweep: { samples: 2, axes: [] } },
      () => 1 - Number.EPSILON,
    )
    expect(run.input.seed).toBe(10_000)
    expect(run.axes).toEqual([{ parameter: 'seed', values: [10_000, 0] }])
    expect(planToRun(values, half).input.seed).toBe(1_073_741_824)
    expect(planToRun({ ...values, input: { ...values.input, seed: 4 } }).input.seed).toBe(4)
  })

  it('counts samples also where no model takes a seed, which is then given to none', () => {
    const klein = [{ modelId: 'flux2-klein-4b', values: {} }]
    const run = planToRun({ ...values, choices: klein, sweep: { samples: 3, axes: [] } })
    expect(run.axes?.[0]?.values).toHaveLength(3)
    expect(run.input.seed).toBeUndefined()
  })

  it('has the ticked values in the order of the table, and leaves out an axis that can’t be read', () => {
    const axes = [
      { parameter: 'output_format', values: ['webp', 'gif', 'jpeg'] },
      { parameter: 'strength', text: '0.2, big' },
    ]
    expect(planOf({ ...values, sweep: { samples: 1, axes } }).axes).toEqual([
      { parameter: 'output_format', values: ['jpeg', 'webp'] },
    ])
  })

  it('takes no samples of seeds that are swept', () => {
    const sweep = { samples: 4, axes: [{ parameter: 'seed', text: '1, 5' }] }
    expect(planOf({ ...values, sweep }).axes).toEqual([{ parameter: 'seed', values: [1, 5] }])
  })
})

it('runs a batch without masks, and without an instruction that no picture gets', () => {
  const pictures = [{ id: 'a', name: 'cat.png' }]
  const rows = [{ line: 1, text: 'make it night' }]
  const given = { ...values, input: { prompt: 'x', images: ['b'] }, masks: { b: 'm' } }
  expect(planOf(given).input).toMatchObject({ mask: 'm', keepOutside: true })
  const axis = { parameter: 'images', values: ['a'], names: ['cat.png'] }
  expect(planOf({ ...given, batch: { pictures, text: '', rows: [] } })).toEqual({
    input: { prompt: 'x', images: ['b'] },
    choices: [dev],
    axes: [axis],
  })
  expect(planOf({ ...given, batch: { pictures, text: 'make it night', rows } })).toEqual({
    input: { images: ['b'] },
    choices: [dev],
    axes: [{ ...axis, paired: { parameter: 'prompt', values: ['make it night'] } }],
  })
})

describe('a plan in the form', () => {
  const plan: RunPlan = {
    input: { prompt: 'x', images: ['a'], seed: 7 },
    choices: [dev, { modelId: 'flux-dev', values: {}, override: { prompt: 'y' } }, ...all],
    axes: [
      { parameter: 'prompt', values: ['make it night', 'make it day'] },
      { parameter: 'output_format', values: ['jpeg', 'png'] },
      { parameter: 'seed', values: [7, 8, 9] },
    ],
  }

  it('comes out as it went in', () => {
    expect(planToRun(valuesOf(plan))).toEqual(plan)
    expect(valuesOf(plan).sweep).toMatchObject({
      samples: 3,
      axes: [{ text: 'make it night || make it day' }, {}],
    })
  })

  it('keeps a batch with its files and its own instructions, beside a sweep', () => {
    const batch = {
      ...plan,
      input: { images: ['logo'], seed: 7 },
      axes: [
        {
          parameter: 'images',
          values: ['a', 'b'],
          names: ['cat.png', 'dog.png'],
          paired: { parameter: 'prompt', values: ['make it night', 'make it day'] },
        },
        { parameter: 'output_format', values: ['jpeg', 'png'] },
        { parameter: 'seed', values: [7, 8, 9] },
      ],
    }
    expect(planToRun(valuesOf(batch))).toEqual(batch)
  })

  it('keeps seeds that are no samples as a sweep of seeds', () => {
    const seeds = { ...plan, axes: [{ parameter: 'seed', values: [7, 100, 9] }] }
    expect(valuesOf(seeds).sweep).toEqual({ samples: 1, axes: [{ parameter: 'seed', text: '7, 100, 9' }] })
    expect(planToRun(valuesOf(seeds))).toEqual(seeds)
  })

  it('gives a single model the values it was given of its own', () => {
    const single = { ...plan, choices: [{ ...dev, override: { seed: 9, prompt: 'y' } }], axes: undefined }
    expect(valuesOf(single)).toEqual({
      input: { prompt: 'y', images: ['a'], seed: 9 },
      choices: [dev],
      sweep: noSweep,
    })
  })

  it('has its masks with their pictures', () => {
    const masked: RunPlan = {
      input: { prompt: 'x', images: ['a'], mask: 'm', keepOutside: false },
      choices: [dev, { ...dev, override: { images: ['b'], mask: 'n' } }],
    }
    expect(valuesOf(masked).masks).toEqual({ a: 'm', b: 'n' })
    expect(planOf(valuesOf(masked))).toEqual(masked)
    const single = { ...masked, choices: masked.choices.slice(1) }
    expect(valuesOf(single)).toMatchObject({ input: { images: ['b'] }, masks: { b: 'n' } })
  })

  it('leaves out models that are gone', () => {
    const choices = [{ modelId: 'flux-0', values: {} }, dev]
    expect(valuesOf({ ...plan, choices }).choices).toEqual([dev])
    expect(valuesOf({ ...plan, choices: choices.slice(0, 1) }).choices).toEqual([])
  })
})
