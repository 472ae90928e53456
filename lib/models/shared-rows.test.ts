import { describe, expect, it } from 'vitest'
import { modelById, models } from './registry'
import { sharedRow, sharedRows, takersOf } from './shared-rows'

const of = (...ids: string[]) => ids.map(modelById)

describe('the rows several models share', () => {
  it('are a model’s own rows while it is the only one, also if it is chosen twice', () => {
    for (const model of models) {
      const own = model.parameters.filter(({ role }) =>
        ['prompt', 'images', 'mask', 'seed'].includes(role ?? ''),
      )
      expect(new Set(sharedRows([model]))).toEqual(new Set(own))
      expect(sharedRows([model, model])).toEqual(sharedRows([model]))
    }
  })

  it('are asked for once, by role', () => {
    expect(sharedRows(models).map(({ role, kind }) => [role, kind])).toEqual([
      ['prompt', 'text'],
      ['images', 'images'],
      ['mask', 'mask'],
      ['seed', 'seed'],
    ])
  })

  it('take as many pictures as any of them does, and need them if one does', () => {
    expect(sharedRow(models, 'images')).toMatchObject({ name: 'images', min: 0, max: 8, required: true })
    expect(sharedRow(of('flux-dev', 'flux2-klein-4b'), 'images')).toMatchObject({ kind: 'images', max: 4 })
    expect(sharedRow(of('flux-dev', 'flux2-klein-4b'), 'images')?.required).toBeUndefined()
    expect(sharedRow(of('flux-dev'), 'images')?.kind).toBe('image')
  })

  it('take the seeds that all of them take, and "random" only as all of them say it', () => {
    expect(sharedRow(models, 'seed')).toMatchObject({ min: 0, max: 10_000, random: 'omit' })
    expect(sharedRow(of('flux-dev', 'flux-2-klein-9b-edit'), 'seed')).toMatchObject({
      max: 10_000,
      random: -1,
    })
  })

  it('bear the first model’s label', () => {
    expect(sharedRow(of('flux-dev', 'flux-2-pro-edit'), 'prompt')?.label).toBe('Prompt')
    expect(sharedRow(of('flux-2-pro-edit', 'flux-dev'), 'prompt')?.label).toBe('Instruction')
  })

  it('say who takes them', () => {
    expect(takersOf(of('flux-dev', 'flux-2-pro-edit', 'flux-dev'), 'mask')).toEqual({
      takers: of('flux-dev'),
      others: of('flux-2-pro-edit'),
    })
    expect(sharedRow(of('flux-2-pro-edit'), 'mask')).toBeUndefined()
  })
})
