import { describe, expect, it } from 'vitest'
import { modelById } from './registry'
import { schemaFor } from './schema'

const picture = 'https://pictures.example/1.png'
const [klein, pro, base, dev, small] = [
  'flux-2-klein-9b-edit',
  'flux-2-pro-edit',
  'flux-2-klein-base-9b-edit',
  'flux-dev',
  'flux2-klein-4b',
]

/** What every model takes, with a picture where one is required. */
function parse(id: string, values: Record<string, unknown>) {
  const model = modelById(id)
  const needed = model.parameters.some(({ name, required }) => name === 'images' && required)
    ? { images: [picture] }
    : {}
  return schemaFor(model).safeParse({ prompt: 'Make it night', ...needed, ...values })
}

describe('taken as it is', () => {
  it.each<[string, Record<string, unknown>]>([
    [klein, { seed: 0 }],
    [klein, { seed: 10_000 }],
    [klein, { size: '1024*768' }],
    [klein, { size: '256*1536' }],
    [klein, { images: [picture, picture, picture] }],
    [klein, { prompt: 'x'.repeat(10_000) }],
    [klein, { prompt: '  🌒  ' }],
    [klein, { enable_sync_mode: true, enable_base64_output: true }],
    [pro, { seed: 0, size: 'small', enable_safety_checker: false }],
    [pro, { images: Array.from({ length: 8 }, () => picture) }],
    [base, { seed: 2_147_483_647 }],
    [dev, { image: picture, mask_image: picture, strength: 0.7 }],
    [dev, { strength: 0 }],
    [dev, { strength: 0.1 + 0.2 }],
    [dev, { guidance_scale: 3.5, num_inference_steps: 50, num_images: 4, output_format: 'webp' }],
    [dev, { size: '720*1280' }],
    [small, { aspect_ratio: 'photo_v', model: 'flux2-klein-4b' }],
  ])('%s %o', (id, values) => {
    expect(parse(id, values).data).toMatchObject(values)
  })
})

describe('spellings of one and the same', () => {
  it.each<[string, Record<string, unknown>, string, unknown]>([
    [klein, { images: picture }, 'images', [picture]],
    [klein, { images: JSON.stringify([picture, picture]) }, 'images', [picture, picture]],
    [small, { image_uris: JSON.stringify([picture]) }, 'image_uris', [picture]],
    [klein, { size: 0 }, 'size', undefined],
    [klein, { size: '0' }, 'size', undefined],
    [klein, { size: '' }, 'size', undefined],
    [klein, { size: null }, 'size', undefined],
    [klein, { seed: -1 }, 'seed', undefined],
    [dev, { seed: -1 }, 'seed', undefined],
    [dev, { image: '' }, 'image', undefined],
    [small, { images: [] }, 'images', undefined],
  ])('%s %o', (id, values, name, expected) => {
    const { data, error } = parse(id, values)
    expect(error).toBeUndefined()
    expect(data?.[name]).toEqual(expected)
  })
})

describe('refused, at its field, in a sentence', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    [klein, { prompt: undefined }, 'prompt', 'Instruction is missing: write what should change.'],
    [klein, { prompt: '   ' }, 'prompt', 'Instruction is empty. Write what should change.'],
    [
      klein,
      { prompt: 'x'.repeat(10_001) },
      'prompt',
      'Instruction has 10,001 characters; at most 10,000 are taken.',
    ],
    [
      klein,
      { prompt: '🦊'.repeat(10_001) },
      'prompt',
      'Instruction has 10,001 characters; at most 10,000 are taken.',
    ],
    [klein, { images: [] }, 'images', 'Images is missing: add at least one picture.'],
    [
      klein,
      { images: Array.from({ length: 4 }, () => picture) },
      'images',
      'Images: 4 given, at most 3 pictures can be used. Remove some.',
    ],
    [klein, { seed: 10_001 }, 'seed', 'Seed must be from 0 to 10000.'],
    [klein, { seed: -2 }, 'seed', 'Seed must be from 0 to 10000.'],
    [klein, { seed: 1.5 }, 'seed', 'Seed must be a whole number.'],
    [klein, { seed: '7' }, 'seed', 'Seed must be a number.'],
    [
      klein,
      { size: '100*100' },
      'size',
      'Size must be width*height, each from 256 to 1536 pixels, such as 1024*768.',
    ],
    [
      klein,
      { size: '1024x768' },
      'size',
      'Size must be width*height, each from 256 to 1536 pixels, such as 1024*768.',
    ],
    [
      klein,
      { size: 1024 },
      'size',
      'Size must be width*height, each from 256 to 1536 pixels, such as 1024*768.',
    ],
    [klein, { enable_sync_mode: 'yes' }, 'enable_sync_mode', 'Wait for the result must be true or false.'],
    [pro, { size: 'huge' }, 'size', 'Size must be one of small, medium, large.'],
    [pro, { seed: -1 }, 'seed', 'Seed must be from 0 to 10000.'],
    [
      dev,
      { size: '100*100' },
      'size',
      'Size must be one of 512*512, 768*768, 1024*1024, 1024*768, 768*1024, 1280*720, 720*1280.',
    ],
    [dev, { strength: 0.85 }, 'strength', 'Strength must be from 0 to 1, in steps of 0.1.'],
    [dev, { strength: 1.05 }, 'strength', 'Strength must be from 0 to 1.'],
    [dev, { strength: Number.NaN }, 'strength', 'Strength must be a number.'],
    [dev, { num_inference_steps: 28.5 }, 'num_inference_steps', 'Inference steps must be a whole number.'],
    [dev, { num_images: 5 }, 'num_images', 'Number of images must be from 1 to 4.'],
    [
      dev,
      { mask_image: picture },
      'mask_image',
      'A mask needs the picture it lies on. Add a picture or remove the mask.',
    ],
    [dev, { output_format: 'gif' }, 'output_format', 'Output format must be one of jpeg, png, webp.'],
    [
      small,
      { aspect_ratio: 'round' },
      'aspect_ratio',
      'Aspect ratio must be one of square, landscape, portrait, photo, photo_v, standard, standard_v, wide.',
    ],
  ])('%s %o', (id, values, field, message) => {
    expect(parse(id, values).error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      [field, message],
    ])
  })

  it('a name that is none of its parameters, with those it has', () => {
    const { error } = parse(small, { strength: 0.5 })
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'FLUX.2 [klein] 4B has no parameter "strength". It takes prompt, model, images, image_uris, aspect_ratio.',
    ])
  })

  it('everything that is wrong at once', () => {
    const { error } = parse(dev, { prompt: '', strength: 2, num_images: 0 })
    expect(error?.issues.map(({ path }) => path[0])).toEqual(['prompt', 'strength', 'num_images'])
  })
})
