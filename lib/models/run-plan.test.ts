import { describe, expect, it } from 'vitest'
import { models } from './registry'
import { cellsOf, type Axis } from './run-plan'

const all = models.map(({ id }) => ({ modelId: id, values: {} }))
const dev = { modelId: 'flux-dev', values: { num_images: 2 } }
const klein4b = { modelId: 'flux2-klein-4b', values: {} }
const seeds: Axis = { parameter: 'seed', values: [7, 8, 9] }
const strengths: Axis = { parameter: 'strength', values: [0.2, 0.8] }

describe('cellsOf', () => {
  it('is one cell per choice without axes, the same model twice included', () => {
    const cells = cellsOf({ choices: [...all, dev, dev] })
    expect(cells.map(({ choice }) => choice)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(cells.every(({ at }) => at.length === 0)).toBe(true)
    expect(cells[5]?.request).toEqual(dev)
  })

  it('varies the last axis quickest and puts values where their rows keep them', () => {
    const cells = cellsOf({ choices: [dev], axes: [strengths, seeds] })
    expect(cells.map(({ at }) => at)).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ])
    expect(cells[4]?.request).toEqual({
      modelId: 'flux-dev',
      values: { num_images: 2, strength: 0.8 },
      override: { seed: 8 },
    })
  })

  it('an override of the choice gives way to the axis, and stays where the axis is another', () => {
    const choice = { ...dev, override: { seed: 1, prompt: 'Make it day' } }
    const [cell] = cellsOf({ choices: [choice], axes: [seeds] })
    expect(cell?.request.override).toEqual({ seed: 7, prompt: 'Make it day' })
  })

  it('runs a model without the swept parameter once', () => {
    const cells = cellsOf({ choices: [klein4b, dev], axes: [strengths] })
    expect(cells.map(({ choice, at }) => [choice, at])).toEqual([
      [0, [null]],
      [1, [0]],
      [1, [1]],
    ])
    expect(cells[0]?.request).toEqual(klein4b)
  })

  it('takes samples also of a model without a seed, and gives it none', () => {
    const cells = cellsOf({ choices: [klein4b], axes: [seeds] })
    expect(cells.map(({ at }) => at)).toEqual([[0], [1], [2]])
    expect(cells.every(({ request }) => request === klein4b)).toBe(true)
  })

  it('runs a batch of pictures, each with its own instruction, before the pictures all share', () => {
    const batch: Axis = {
      parameter: 'images',
      values: ['a', 'b'],
      paired: { parameter: 'prompt', values: ['make it red', 'make it blue'] },
    }
    const cells = cellsOf({ input: { images: ['logo'] }, choices: [dev], axes: [batch] })
    expect(cells.map(({ request }) => request.override)).toEqual([
      { images: ['a', 'logo'], prompt: 'make it red' },
      { images: ['b', 'logo'], prompt: 'make it blue' },
    ])
  })

  it('keeps a choice whose model is gone', () => {
    expect(cellsOf({ choices: [{ modelId: 'gone', values: {} }], axes: [strengths] })).toHaveLength(1)
  })
})
