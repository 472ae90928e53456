import { describe, expect, it } from 'vitest'
import { checkPlan } from './plan-check'
import type { ProviderAccess } from './pre-flight'
import { models } from './registry'
import { cellsOf, countCells, type RunPlan } from './run-plan'

const live: ProviderAccess = { mode: 'live', canReceivePictures: true }
const sandbox: ProviderAccess = { mode: 'sandbox', canReceivePictures: true }
const allLive = { vibedream: live, wavespeed: live, bytecompute: live }
const choices = models.map(({ id }) => ({ modelId: id, values: {} }))
const seeds = { parameter: 'seed', values: [1, 2, 3] }
const strengths = { parameter: 'strength', values: [0.2, 0.5, 0.8] }
const input = { prompt: 'x', images: ['wide'] }
const pictures = new Map([['wide', { width: 1200, height: 900, hasAlpha: false }]])

function check(plan: Partial<RunPlan>, access = allLive) {
  return checkPlan({ input, choices, ...plan }, pictures, access)
}

describe('what a run comes to', () => {
  it('is the sum over its cells', () => {
    expect(check({})).toMatchObject({ count: 5, isFree: false })
    expect(check({}).cents).toBeCloseTo(2 + 7 + 2 + 1.6 + 0.3)
    // Four models have no strength: they are run for each seed, and not for each strength.
    expect(check({ axes: [strengths, seeds] })).toMatchObject({ count: 4 * 3 + 9 })
    expect(check({ axes: [strengths, seeds] }).cents).toBeCloseTo(3 * (2 + 7 + 1.6 + 0.3) + 9 * 2)
  })

  it('counts as cellsOf makes them', () => {
    for (const axes of [
      undefined,
      [],
      [seeds],
      [strengths],
      [strengths, seeds],
      [{ parameter: 'gone', values: [1] }],
      // Paired with something each model has: a cell for each value all the same.
      [{ parameter: 'gone', values: [1, 2], paired: { parameter: 'prompt', values: ['a', 'b'] } }],
    ])
      expect(countCells({ choices, axes })).toBe(cellsOf({ choices, axes }).length)
  })

  it('counts a price per picture for each cell’s own number of pictures', () => {
    const dev = [{ modelId: 'flux-dev', values: { num_images: 4 } }]
    expect(check({ choices: dev }).cents).toBe(8)
    expect(check({ choices: dev, axes: [{ parameter: 'num_images', values: [1, 2, 3] }] }).cents).toBe(12)
    expect(check({ choices: [{ modelId: 'flux-dev', values: { num_images: 'many' } }] }).cents).toBeNaN()
  })

  it('bills only what is not made by the sandbox', () => {
    const mixed = check({}, { ...allLive, vibedream: sandbox })
    expect(mixed.cents).toBeCloseTo(1.9)
    expect(mixed.choices.map(({ isFree }) => isFree)).toEqual([true, true, true, false, false])
    expect(check({}, { vibedream: sandbox, wavespeed: sandbox, bytecompute: sandbox })).toMatchObject({
      cents: 0,
      isFree: true,
    })
  })

  it('is counted, not made, where it is far too much', () => {
    const values = Array.from({ length: 64 }, (_, index) => index)
    const axes = ['num_inference_steps', 'guidance_scale', 'seed'].map((parameter) => ({ parameter, values }))
    expect(check({ axes })).toMatchObject({ count: 4 * 64 + 64 ** 3 })
  })
})

it('says what each model gets, a cell’s own shape too, and each thing once', () => {
  const { choices: checks } = check({
    choices: [
      { modelId: 'flux-2-pro-edit', values: {} },
      { modelId: 'flux-dev', values: {} },
    ],
    axes: [{ parameter: 'size', values: ['1024*768', '512*512'] }, seeds],
    input: { ...input, images: ['wide', 'other'] },
  })
  expect(checks[0]?.notes).toEqual([])
  expect(checks[1]?.notes.map(({ text }) => text)).toEqual([
    'Uses image 1 only; image 2 is left out.',
    'Picture 1200 × 900 comes back as 1024 × 768 (1024*768).',
    'Picture 1200 × 900 comes back as 512 × 512 (512*512), another shape.',
  ])
})

it('says of a batch what all its pictures get, and what single ones get by their names', () => {
  const sizes = [1200, 900, 1200, 1000, 500, 700].map((width, index) => ({ id: `p${index}`, width }))
  const facts = new Map(sizes.map(({ id, width }) => [id, { width, height: 900, hasAlpha: id === 'p1' }]))
  const axes = [
    {
      parameter: 'images',
      values: sizes.map(({ id }) => id),
      names: ['cat.png', 'dog.png', 'fox.png', 'owl.png', 'bee.png', 'ant.png'],
    },
    seeds,
  ]
  const plan = {
    input: { prompt: 'x', images: ['logo'] },
    choices: [{ modelId: 'flux-dev', values: {} }],
    axes,
  }
  const { choices: checks, count, cents } = checkPlan(plan, facts, allLive)
  expect([count, cents]).toEqual([18, 36])
  expect(checks[0]?.notes.map(({ text }) => text)).toEqual([
    'Uses image 1 only; image 2 is left out.',
    'owl.png: Picture 1000 × 900 comes back as 1024 × 1024 (1024*1024), another shape.',
    'bee.png: Picture 500 × 900 comes back as 720 × 1280 (720*1280), another shape.',
    'ant.png: Picture 700 × 900 comes back as 768 × 1024 (768*1024), another shape.',
    '3 more pictures have remarks like these.',
  ])
})
