import { describe, expect, it } from 'vitest'
import type { Model } from './model'
import type { Parameter } from './parameter'
import { findModel, modelById, models } from './registry'

/** [name, required, default, range], as the provider's page has it; what we decided ourselves stands in brackets. */
type SeedRow = [name: string, required: boolean, fallback: unknown, range: string]

const flags: SeedRow[] = [
  ['enable_sync_mode', false, false, ''],
  ['enable_base64_output', false, false, ''],
]

/** Written from the providers' pages, independent of our tables. */
const pages: Record<string, SeedRow[]> = {
  'flux-2-klein-9b-edit': [
    ['prompt', true, undefined, ''],
    ['images', true, undefined, '1 – [3] pictures'],
    ['size', false, undefined, '[256 – 1536 each, *]'],
    ['seed', false, -1, '0 – 10000'],
    ...flags,
  ],
  'flux-2-pro-edit': [
    ['prompt', true, undefined, ''],
    ['images', true, undefined, '1 – [8] pictures'],
    ['size', false, undefined, 'small, medium, large'],
    ['seed', false, 'omit', '[0] – 10000'],
    ...flags,
    ['enable_safety_checker', false, undefined, ''],
  ],
  'flux-2-klein-base-9b-edit': [
    ['prompt', true, undefined, ''],
    ['images', true, undefined, '1 – 3 pictures'],
    ['size', false, undefined, '256 – 1536 each, *'],
    ['seed', false, -1, '0 – 2147483647'],
    ...flags,
  ],
  'flux-dev': [
    ['prompt', true, undefined, ''],
    ['image', false, undefined, ''],
    ['mask_image', false, undefined, ''],
    ['strength', false, 0.8, '0 – 1 (step 0.1)'],
    ['size', false, '1024*1024', '512*512, 768*768, 1024*1024, 1024*768, 768*1024, 1280*720, 720*1280'],
    ['num_inference_steps', false, 28, '1 – 50 (step [1])'],
    ['guidance_scale', false, 3.5, '1 – 20 (step 0.5)'],
    ['num_images', false, 1, '1 – 4 (step 1)'],
    ['seed', false, -1, '0 – 2147483647'],
    ['output_format', false, 'jpeg', 'jpeg, png, webp'],
  ],
  'flux2-klein-4b': [
    ['prompt', true, undefined, ''],
    ['model', false, 'flux2-klein-4b', 'flux2-klein-4b'],
    ['images', false, undefined, '0 – 4 pictures'],
    ['image_uris', false, undefined, '0 – 4 pictures'],
    [
      'aspect_ratio',
      false,
      'landscape',
      'square, landscape, portrait, photo, photo_v, standard, standard_v, wide',
    ],
  ],
}

function rowOf(parameter: Parameter): SeedRow {
  const fallback =
    parameter.kind === 'seed' ? parameter.random : 'default' in parameter ? parameter.default : undefined
  return [parameter.name, parameter.required ?? false, fallback, rangeOf(parameter)]
}

function rangeOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'images':
      return `${parameter.min} – ${parameter.max} pictures`
    case 'integer':
    case 'number':
      return `${parameter.min} – ${parameter.max} (step ${parameter.step})`
    case 'seed':
      return `${parameter.min} – ${parameter.max}`
    case 'choice':
      return parameter.options.join(', ')
    case 'size':
      return 'options' in parameter
        ? parameter.options.map(({ value }) => value).join(', ')
        : `${parameter.min} – ${parameter.max} each, ${parameter.separator}`
    default:
      return ''
  }
}

it('the catalogue has exactly the models of the pages', () => {
  expect(models.map(({ id }) => id).sort()).toEqual(Object.keys(pages).sort())
  expect(findModel('flux-9')).toBeUndefined()
  expect(() => modelById('flux-9')).toThrow('No model "flux-9"')
})

describe.each(Object.entries(pages))('%s', (id, rows) => {
  const model = modelById(id)

  it('has every row of its page with default and range, and no other', () => {
    const unbracketed = rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace(/[[\]]/g, '') : cell)),
    )
    expect(model.parameters.map(rowOf)).toEqual(unbracketed)
  })

  it('gives a reason for every cell it decided itself', () => {
    for (const [name] of rows.filter(([, , , range]) => range.includes('[')))
      expect(model.parameters.find((row) => row.name === name)?.decided, name).toBeTruthy()
  })

  it('describes every row in whole sentences', () => {
    for (const { description, decided } of model.parameters)
      for (const text of [description, decided ?? 'Decided.']) expect(text).toMatch(/^[A-Z].*\.$/s)
  })

  it('names rows it points at, and has one row per role', () => {
    const names = new Set(model.parameters.map(({ name }) => name))
    expect(names.size).toBe(model.parameters.length)
    for (const row of model.parameters) {
      for (const key of ['of', 'onlyWith', 'sameAs'] as const)
        if (key in row) expect(names).toContain(row[key as keyof typeof row])
    }
    const roles = model.parameters.flatMap(({ role }) => role ?? [])
    expect(new Set(roles).size).toBe(roles.length)
  })
})

it.each<[string, Model['price'], Model['usualSeconds'], string]>([
  [
    'flux-2-klein-9b-edit',
    { cents: 2, per: 'run' },
    [60, 120],
    '/api/v1/models/flux-2-klein-9b-edit/generate',
  ],
  ['flux-2-pro-edit', { cents: 7, per: 'run' }, undefined, '/api/v1/models/flux-2-pro-edit/generate'],
  ['flux-dev', { cents: 2, per: 'image' }, [5, 15], '/api/v1/models/flux-dev/generate'],
  [
    'flux-2-klein-base-9b-edit',
    { cents: 1.6, per: 'run' },
    undefined,
    '/api/v3/wavespeed-ai/flux-2-klein-base-9b/edit',
  ],
  ['flux2-klein-4b', { cents: 0.3, per: 'run' }, undefined, '/v1/generate'],
])('%s: price, usual time and endpoint', (id, price, usualSeconds, endpoint) => {
  const model: Model = modelById(id)
  expect([model.price, model.usualSeconds, model.endpoint]).toEqual([price, usualSeconds, endpoint])
})

it.each([
  // The one page with tips of its own has five, and an example.
  ['flux-2-klein-base-9b-edit', /what should change and what should stay the same/],
  ['flux-2-klein-base-9b-edit', /image1 into image2/],
  ['flux-2-klein-base-9b-edit', /Leave size empty/],
  ['flux-2-klein-base-9b-edit', /same seed when you compare/],
  ['flux-2-klein-base-9b-edit', /lighting, realism, identity/],
  ['flux-2-klein-base-9b-edit', /keep realistic lighting and proportions, and match the scene naturally/],
  ['flux-2-pro-edit', /as hex: .*#[0-9a-f]{6}/],
  ['flux2-klein-4b', /none .* one .* two to four are references/],
])('%s passes on what its page advises: %s', (id, advice) => {
  expect(modelById(id).tips.some((tip) => advice.test(tip))).toBe(true)
})
