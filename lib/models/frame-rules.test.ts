import { expect, it } from 'vitest'
import { modelById } from './registry'
import { frameRules, sizeValue } from './frame-rules'

it('is the list of a model that has one, the chosen size alone where one is chosen', () => {
  const dev = modelById('flux-dev')
  expect(frameRules(dev, {}).shapes).toContainEqual({ width: 1280, height: 720 })
  expect(frameRules(dev, { size: '768*1024' }).shapes).toEqual([{ width: 768, height: 1024 }])
  expect(sizeValue(dev, { width: 1280, height: 720 })).toEqual({ name: 'size', value: '1280*720' })
  const klein4b = modelById('flux2-klein-4b')
  expect(sizeValue(klein4b, { width: 832, height: 1248 })).toEqual({ name: 'aspect_ratio', value: 'photo_v' })
})

it('is any size, up to its range, for a model that follows the picture', () => {
  const base = modelById('flux-2-klein-base-9b-edit')
  expect(frameRules(base, {})).toEqual({ multipleOf: 16, mostSide: 1536 })
  expect(sizeValue(base, { width: 512, height: 512 })).toBeUndefined()
  // Its sizes are words without pixels.
  expect(frameRules(modelById('flux-2-pro-edit'), { size: 'small' })).toEqual({
    multipleOf: 16,
    mostSide: 2048,
  })
})
