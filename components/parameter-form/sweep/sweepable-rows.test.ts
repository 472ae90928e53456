import { describe, expect, it } from 'vitest'
import { modelById, models } from '@/lib/models/registry'
import { schemaFor } from '@/lib/models/schema'
import { joinValues } from '@/lib/models/run-input'
import { cellsOf } from '@/lib/models/run-plan'
import { sweepableRows } from './sweepable-rows'

const rowsOf = (...ids: string[]) => sweepableRows(ids.map(modelById))
const named = (name: string, ...ids: string[]) => rowsOf(...ids).find((row) => row.name === name)

describe('what can be varied', () => {
  it('is every row with more than one value that reaches the provider', () => {
    expect(rowsOf('flux-dev').map(({ name }) => name)).toEqual([
      'prompt',
      'strength',
      'size',
      'num_inference_steps',
      'guidance_scale',
      'num_images',
      'seed',
      'output_format',
    ])
    // A switch that only shapes our API's answer, and a choice of one, change no picture.
    expect(rowsOf('flux-2-pro-edit', 'flux2-klein-4b').map(({ name }) => name)).toEqual([
      'prompt',
      'size',
      'seed',
      'enable_safety_checker',
      'aspect_ratio',
    ])
  })

  it('has the values that all models with the row take', () => {
    expect(named('seed', 'flux-dev', 'flux-2-pro-edit')?.row).toMatchObject({ min: 0, max: 10_000 })
    expect(named('size', 'flux-dev', 'flux-2-klein-9b-edit')?.options?.map(({ value }) => value)).toContain(
      '512*512',
    )
    expect(named('size', 'flux-dev', 'flux-2-pro-edit')).toBeUndefined()
    expect(named('size', 'flux-2-klein-9b-edit')?.options?.length).toBeGreaterThan(3)
  })

  it('names the models that have it', () => {
    expect(named('strength', 'flux-dev', 'flux-2-pro-edit', 'flux-dev')?.models).toEqual([
      modelById('flux-dev'),
    ])
  })

  it('offers no value that a schema refuses', () => {
    const input = { prompt: 'x', images: ['a'] }
    const choices = models.map(({ id }) => ({ modelId: id, values: {} }))
    const offered = models.map((model) => [model]).concat([[...models]])
    for (const group of offered)
      for (const { name, options, models: owners } of sweepableRows(group)) {
        if (!options) continue
        const axes = [{ parameter: name, values: options.map(({ value }) => value) }]
        for (const { request } of cellsOf({ choices, axes })) {
          const model = modelById(request.modelId)
          if (!owners.includes(model)) continue
          const result = schemaFor(model).safeParse(joinValues(model, input, request.values))
          expect(result.error?.issues, `${model.id} ${name}`).toBeUndefined()
        }
      }
  })
})
