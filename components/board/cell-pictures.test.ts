import { describe, expect, it } from 'vitest'
import type { RunPlan } from '@/lib/models/run-plan'
import { cellPictures } from './cell-pictures'
import { pictureForTests } from './prediction-view-for-tests'

const pictures = ['a', 'b', 'c', 'mask'].map((id) => pictureForTests({ id }))
function given(plan: RunPlan, inputs: Record<string, unknown>[]) {
  const predictions = inputs.map((input, position) => ({
    position,
    modelId: plan.choices[position]?.modelId ?? plan.choices[0]!.modelId,
    input,
  }))
  return cellPictures(plan, predictions, pictures).map(({ inputs: found, input, mask }) => [
    found.map(({ id }) => id).join(' '),
    input?.id,
    mask?.id,
  ])
}
const dev = { modelId: 'flux-dev', values: {} }
const pro = { modelId: 'flux-2-pro-edit', values: {} }

describe('the pictures a cell was given', () => {
  it('are the person’s, where the model got only a part of them', () => {
    const plan = { input: { images: ['a', 'b'], mask: 'mask' }, choices: [dev, pro] }
    expect(given(plan, [{ image: 'cut', mask_image: 'cut' }, { images: ['cut', 'b'] }])).toEqual([
      ['a', 'a', 'mask'],
      ['a b', 'a', 'mask'],
    ])
  })

  it('are the model’s own, and the one of a batch', () => {
    const own = { input: { images: ['a'] }, choices: [{ ...pro, override: { images: ['b', 'a'] } }] }
    expect(given(own, [{ images: ['b', 'a'] }])).toEqual([['b a', 'b', undefined]])
    const axes = [{ parameter: 'images', values: ['b', 'c'] }]
    const batch = { input: { images: ['a'] }, choices: [pro], axes }
    expect(given(batch, [{ images: ['b', 'a'] }, { images: ['c', 'a'] }])).toEqual([
      ['b a', 'b', undefined],
      ['c a', 'c', undefined],
    ])
  })

  it('are those among its values, where the run shares none', () => {
    const plan = { input: { images: [] }, choices: [dev, pro] }
    expect(given(plan, [{ image: 'a', mask_image: 'mask' }, {}])).toEqual([
      ['a', 'a', 'mask'],
      ['', undefined, undefined],
    ])
  })
})
