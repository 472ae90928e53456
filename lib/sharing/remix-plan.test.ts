import { expect, it } from 'vitest'
import { aPrediction, anAsset, aRun } from '@/lib/testing/a-prediction'
import { remixPlan } from './remix-plan'
import type { ShareChoices } from './share'

const cat = anAsset('the cat')
const mask = anAsset('the mask')
const none: ShareChoices = {
  inputPicture: false,
  instruction: false,
  parameters: false,
  cost: false,
  modelNames: false,
  voting: false,
}
const all: ShareChoices = {
  ...none,
  inputPicture: true,
  instruction: true,
  parameters: true,
  modelNames: true,
}

function source() {
  const run = aRun({
    input: { prompt: 'Make it night', images: [cat.id], mask: mask.id, seed: 42 },
    choices: [
      { modelId: 'flux-dev', values: { guidance_scale: 3.5 }, override: { prompt: 'Make it day' } },
      { modelId: 'flux-2-pro-edit', values: {} },
    ],
    axes: [
      { parameter: 'images', values: [cat.id], names: ['oslo.jpg'] },
      { parameter: 'seed', values: [42, 43] },
    ],
  })
  const predictions = [1, 0, 2, 3].map((position) =>
    aPrediction({ runId: run.id, position, id: `p${position}` }),
  )
  return { run, predictions, pictures: new Map([cat, mask].map((asset) => [asset.id, asset])) }
}

it('brings no more into a form than the page showed', () => {
  expect(remixPlan({ choices: none }, source())).toEqual({
    plan: { input: { images: [] }, choices: [] },
    pictures: [],
  })
  const { plan, pictures } = remixPlan({ choices: { ...none, inputPicture: true } }, source())
  expect(plan).toEqual({
    input: { images: [cat.id] },
    choices: [],
    axes: [{ parameter: 'images', values: [cat.id] }],
  })
  expect(pictures).toEqual([cat])
  const named = remixPlan({ choices: { ...none, modelNames: true } }, source())
  expect(named.plan.choices).toEqual([
    { modelId: 'flux-dev', values: {}, override: {} },
    { modelId: 'flux-2-pro-edit', values: {} },
  ])
})

it('brings all of what is shown, but neither masks nor what files were called', () => {
  const { plan, pictures } = remixPlan({ choices: all }, source())
  const { choices, axes } = source().run
  expect(plan).toEqual({
    input: { prompt: 'Make it night', images: [cat.id], seed: 42 },
    choices,
    axes: [{ parameter: 'images', values: [cat.id] }, axes?.[1]],
  })
  expect(pictures).toEqual([cat])
})

it('makes of one prediction a plan of its own', () => {
  const { plan } = remixPlan({ choices: all, predictionId: 'p1' }, source())
  expect(plan).toEqual({
    input: { prompt: 'Make it day', images: [cat.id, cat.id], seed: 43 },
    choices: [{ modelId: 'flux-dev', values: { guidance_scale: 3.5 } }],
  })
})
