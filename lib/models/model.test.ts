import { describe, expect, expectTypeOf, it } from 'vitest'
import type { flux2Klein4b } from './flux2-klein-4b'
import type { flux2Klein9bEdit } from './flux-2-klein-9b-edit'
import type { flux2ProEdit } from './flux-2-pro-edit'
import type { fluxDev } from './flux-dev'
import { parameterWithRole, type ModelInput } from './model'
import { isSharedRole, labelOf } from './parameter'
import { modelById } from './registry'

/** Checked by `tsc`: the types are read off the literal tables. */
describe('ModelInput', () => {
  type Dev = ModelInput<typeof fluxDev>
  type Klein = ModelInput<typeof flux2Klein9bEdit>

  it('knows listed values one by one', () => {
    expectTypeOf<Dev['size']>().toEqualTypeOf<
      '512*512' | '768*768' | '1024*1024' | '1024*768' | '768*1024' | '1280*720' | '720*1280' | undefined
    >()
    expectTypeOf<Dev['output_format']>().toEqualTypeOf<'jpeg' | 'png' | 'webp' | undefined>()
    expectTypeOf<ModelInput<typeof flux2ProEdit>['size']>().toEqualTypeOf<
      'small' | 'medium' | 'large' | undefined
    >()
    expectTypeOf<ModelInput<typeof flux2Klein4b>['model']>().toEqualTypeOf<'flux2-klein-4b' | undefined>()
  })

  it('knows what is required and of which type the rest is', () => {
    expectTypeOf<Klein['prompt']>().toEqualTypeOf<string>()
    expectTypeOf<Klein['images']>().toEqualTypeOf<string[]>()
    expectTypeOf<Klein['size']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Klein['seed']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<Klein['enable_sync_mode']>().toEqualTypeOf<boolean | undefined>()
    expectTypeOf<Dev['image']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<{ prompt: 'x' }>().toExtend<Dev>()
    expectTypeOf<{ prompt: 'x' }>().not.toExtend<Klein>()
    expectTypeOf<keyof Klein>().toEqualTypeOf<
      'prompt' | 'images' | 'size' | 'seed' | 'enable_sync_mode' | 'enable_base64_output'
    >()
  })
})

it('finds rows by their role', () => {
  expect(parameterWithRole(modelById('flux-dev'), 'images')?.name).toBe('image')
  expect(parameterWithRole(modelById('flux2-klein-4b'), 'seed')).toBeUndefined()
  expect(isSharedRole('seed')).toBe(true)
  expect(isSharedRole('count')).toBe(false)
  expect(isSharedRole(undefined)).toBe(false)
})

it.each([
  [{ name: 'guidance_scale' }, 'Guidance scale'],
  [{ name: 'num_images', label: 'Number of images' }, 'Number of images'],
])('labelOf(%o)', (row, label) => {
  expect(labelOf(row)).toBe(label)
})
