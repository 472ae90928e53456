import { expect, it } from 'vitest'
import { batchPlaces, pictureName, runTitle } from './batch'

const dev = { modelId: 'flux-dev', values: {} }
const batch = { parameter: 'images', values: ['a', 'b'], names: ['cat.png', ''] }
const seeds = { parameter: 'seed', values: [1, 2] }

it('tells which picture each cell was given', () => {
  expect(batchPlaces({ choices: [dev], axes: [batch, seeds] })).toEqual([0, 0, 1, 1])
  expect(batchPlaces({ choices: [dev], axes: [seeds, batch] })).toEqual([0, 1, 0, 1])
  // A model that is gone takes no pictures that we know of.
  expect(batchPlaces({ choices: [{ modelId: 'gone', values: {} }, dev], axes: [batch] })).toEqual([
    undefined,
    0,
    1,
  ])
  expect(batchPlaces({ choices: [dev], axes: [seeds] })).toEqual([])
})

it('calls a picture by its file, or by its number', () => {
  expect([0, 1, 2].map((index) => pictureName(batch, index))).toEqual(['cat.png', 'picture 2', 'picture 3'])
})

it('calls a run by its instruction, unless each picture has its own', () => {
  const input = { prompt: 'Make it night', images: [] }
  const paired = { parameter: 'prompt', values: ['x', 'y'] }
  expect(runTitle({ input, axes: [batch] })).toBe('Make it night')
  const single = { ...batch, values: ['a'], paired: { ...paired, values: ['x'] } }
  expect(runTitle({ input, axes: [single] })).toBe('x')
  expect(runTitle({ input, axes: [{ ...batch, paired }] })).toBe('2 pictures, each with its own instruction')
})
