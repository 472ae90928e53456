import { expect, test } from 'vitest'
import { modelById } from '@/lib/models/registry'
import { outputSize } from './output-size'

const portrait = { width: 600, height: 900 }

test.each<[string, Record<string, unknown>, { width: number; height: number } | undefined]>([
  ['flux-2-klein-9b-edit', {}, undefined],
  ['flux-2-klein-9b-edit', { size: '300*500' }, { width: 300, height: 500 }],
  ['flux-2-klein-base-9b-edit', { size: '1536*256' }, { width: 1536, height: 256 }],
  ['flux-2-pro-edit', {}, undefined],
  ['flux-2-pro-edit', { size: 'small' }, { width: 341, height: 512 }],
  ['flux-2-pro-edit', { size: 'large' }, { width: 1024, height: 1536 }],
  ['flux-dev', {}, { width: 1024, height: 1024 }],
  ['flux-dev', { size: '720*1280' }, { width: 720, height: 1280 }],
  ['flux2-klein-4b', {}, { width: 1344, height: 768 }],
  ['flux2-klein-4b', { aspect_ratio: 'photo_v' }, { width: 832, height: 1248 }],
])('%s with %j', (id, values, expected) => {
  expect(outputSize(modelById(id), values, portrait)).toEqual(expected)
})
