import { expect, it } from 'vitest'
import { modelById } from './registry'
import { dimensionsOf, nearestSize, readSize, resolveEmptySize } from './size'
import type { SizeParameter } from './parameter'

function sizeRow(id: string): SizeParameter & { options: readonly { value: string }[] } {
  const row = modelById(id).parameters.find(({ kind }) => kind === 'size')
  if (row?.kind !== 'size' || !('options' in row)) throw new Error(`${id} has no list of sizes`)
  return row
}

it.each([
  ['1024*768', { width: 1024, height: 768 }],
  ['1024x768', { width: 1024, height: 768 }],
  ['1024', undefined],
  ['1024*', undefined],
  ['-1*5', undefined],
  ['1024 * 768', undefined],
  ['123456*1', undefined],
])('readSize(%j)', (text, size) => {
  expect(readSize(text)).toEqual(size)
})

it.each<[string, number, number, string]>([
  ['equal shapes: the nearest area', 600, 600, '512*512'],
  ['equal shapes: the nearest area', 5000, 5000, '1024*1024'],
  ['4:3', 800, 600, '1024*768'],
  ['3:4', 600, 800, '768*1024'],
  ['16:9', 3840, 2160, '1280*720'],
  ['very wide', 4000, 500, '1280*720'],
  ['very tall', 500, 4000, '720*1280'],
  ['nearer to 4:3 than to 1:1', 1200, 1000, '1024*768'],
])('nearestSize: %s (%d × %d)', (_, width, height, expected) => {
  expect(nearestSize(sizeRow('flux-dev').options, { width, height })?.value).toBe(expected)
})

it('nearestSize treats 2:1 and 1:2 alike, and finds nothing among words', () => {
  const square = [
    { value: 'square', width: 100, height: 100 },
    { value: 'wide', width: 400, height: 100 },
    { value: 'tall', width: 100, height: 400 },
  ]
  expect(nearestSize(square, { width: 190, height: 100 })?.value).toBe('square')
  expect(nearestSize(square, { width: 100, height: 190 })?.value).toBe('square')
  expect(nearestSize(sizeRow('flux-2-pro-edit').options, { width: 1, height: 1 })).toBeUndefined()
})

it.each([
  ['flux-dev', undefined, '1024*1024'],
  ['flux-dev', { width: 100, height: 200 }, '720*1280'],
  ['flux2-klein-4b', undefined, 'landscape'],
  ['flux-2-pro-edit', { width: 100, height: 200 }, undefined],
])('an empty size of %s for %o', (id, picture, expected) => {
  expect(resolveEmptySize(sizeRow(id), picture)).toBe(expected)
})

it.each([
  ['flux2-klein-4b', 'photo', { width: 1248, height: 832 }],
  ['flux-dev', '1280*720', { width: 1280, height: 720 }],
  ['flux-2-pro-edit', 'small', undefined],
  ['flux-dev', 'nonsense', undefined],
])('the pixels of %s %s', (id, value, expected) => {
  expect(dimensionsOf(sizeRow(id), value)).toEqual(expected)
})
