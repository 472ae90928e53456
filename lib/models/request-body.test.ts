import { describe, expect, it } from 'vitest'
import { modelById } from './registry'
import { mergeSpellings, requestBody } from './request-body'
import { joinValues, splitValues } from './run-input'
import { schemaFor } from './schema'

const prompt = 'A beautiful sunset over mountains with golden light'
const images = ['https://example.com/image1.jpg']
const flags = { enable_sync_mode: false, enable_base64_output: false }

/** The whole way of an API call's body: taken apart, joined, checked, and made into the provider's. */
function sent(id: string, body: Record<string, unknown>, first?: { width: number; height: number }) {
  const model = modelById(id)
  const { input, own } = splitValues(model, body)
  const values = schemaFor(model).parse(mergeSpellings(model, joinValues(model, input, own)))
  return requestBody(model, values, (reference) => reference, first)
}

describe('the pages’ own example bodies arrive as they are', () => {
  const devExample = {
    prompt,
    image: 'https://example.com/your-image.jpg',
    mask_image: 'https://example.com/your-mask_image.jpg',
    strength: 0.8,
    size: '1024*1024',
    num_inference_steps: 28,
    guidance_scale: 3.5,
    num_images: 1,
    seed: -1,
    output_format: 'jpeg',
  }
  it.each<[string, Record<string, unknown>]>([
    ['flux-2-pro-edit', { prompt, images, size: 'small', seed: 0, ...flags, enable_safety_checker: false }],
    // The page's example leaves out the two required fields.
    ['flux-2-klein-base-9b-edit', { prompt, images, seed: -1, ...flags }],
    ['flux-dev', devExample],
  ])('%s', (id, example) => {
    expect(sent(id, example)).toEqual(example)
  })

  it('flux-2-klein-9b-edit, except for a size of 0, which is left out', () => {
    expect(sent('flux-2-klein-9b-edit', { prompt, images, size: 0, seed: -1, ...flags })).toEqual({
      prompt,
      images,
      seed: -1,
      ...flags,
    })
  })
})

describe('what is not said', () => {
  it.each<[string, Record<string, unknown>]>([
    ['flux-2-klein-9b-edit', { prompt, images, seed: -1, ...flags }],
    ['flux-2-pro-edit', { prompt, images, ...flags }],
    ['flux-2-klein-base-9b-edit', { prompt, images, seed: -1, ...flags }],
    ['flux2-klein-4b', { prompt, images, model: 'flux2-klein-4b', aspect_ratio: 'landscape' }],
  ])('is sent to %s as its page says, or left out', (id, body) => {
    expect(sent(id, { prompt, images })).toEqual(body)
  })

  it('is sent to flux-dev with its defaults, without a picture too', () => {
    expect(sent('flux-dev', { prompt })).toEqual({
      prompt,
      strength: 0.8,
      size: '1024*1024',
      num_inference_steps: 28,
      guidance_scale: 3.5,
      num_images: 1,
      seed: -1,
      output_format: 'jpeg',
    })
  })

  it.each([
    [{ width: 3000, height: 4000 }, '768*1024', 'standard_v'],
    [{ width: 1920, height: 1080 }, '1280*720', 'landscape'],
    [{ width: 500, height: 500 }, '512*512', 'square'],
  ])('follows the first picture (%o) where the list can', (first, size, ratio) => {
    expect(sent('flux-dev', { prompt, image: images[0] }, first).size).toBe(size)
    expect(sent('flux2-klein-4b', { prompt, images }, first).aspect_ratio).toBe(ratio)
  })
})

it('never asks the provider for a synchronous or Base64 answer, whatever our caller wants', () => {
  const wanted = { enable_sync_mode: true, enable_base64_output: true }
  expect(sent('flux-2-klein-9b-edit', { prompt, images, ...wanted })).toMatchObject(flags)
})

it.each<[string, Record<string, unknown>, string[]]>([
  ['a second spelling', { image_uris: '["a","b"]' }, ['a', 'b']],
  ['the first, where both are given', { images: ['a'], image_uris: ['b'] }, ['a']],
])('sends pictures once: by %s', (_, values, expected) => {
  const body = sent('flux2-klein-4b', { prompt, ...values })
  expect(body.images).toEqual(expected)
  expect(body).not.toHaveProperty('image_uris')
})

it('turns every picture into what the provider takes', () => {
  const model = modelById('flux-dev')
  const body = requestBody(model, { prompt, image: 'a', mask_image: 'b' }, (id) => new Blob([id]))
  expect([body.image, body.mask_image].every((picture) => picture instanceof Blob)).toBe(true)
})
