import { describe, expect, it } from 'vitest'
import { preFlight, type PictureFacts, type ProviderAccess } from './pre-flight'
import { modelById } from './registry'
import type { RunInput } from './run-input'

const photo: PictureFacts = { width: 1200, height: 900, hasAlpha: false }
const cutOut: PictureFacts = { width: 700, height: 700, hasAlpha: true }
const reachable: ProviderAccess = { mode: 'live', canReceivePictures: true }

/** Notes as `level: text`; the run's pictures are those given. */
function notes(
  id: string,
  pictures: PictureFacts[],
  {
    values = {},
    input = {},
    access = reachable,
  }: { values?: object; input?: Partial<RunInput>; access?: ProviderAccess } = {},
): string[] {
  const ids = pictures.map((_, index) => `picture-${index}`)
  const facts = new Map(pictures.map((picture, index) => [`picture-${index}`, picture]))
  const result = preFlight(modelById(id), { images: ids, ...input }, { ...values }, facts, access)
  return result.notes.map(({ level, text }) => `${level}: ${text}`)
}

describe('notes', () => {
  it.each<[string, string[], string[]]>([
    ['nothing to say', notes('flux-2-pro-edit', [photo]), []],
    ['a size that is the picture’s own', notes('flux-dev', [{ ...photo, width: 1024, height: 768 }]), []],
    [
      'more pictures than the model takes',
      notes('flux-dev', [photo, photo, photo]),
      [
        'warning: Uses image 1 only; the other 2 are left out.',
        'info: Picture 1200 × 900 comes back as 1024 × 768 (1024*768).',
      ],
    ],
    [
      'transparency',
      notes('flux-2-pro-edit', [photo, cutOut]),
      ['info: Transparent areas of image 2 are sent as white.'],
    ],
    [
      'another shape',
      notes('flux2-klein-4b', [{ ...photo, height: 1100 }]),
      ['warning: Picture 1200 × 1100 comes back as 1024 × 1024 (square), another shape.'],
    ],
    [
      'a chosen shape',
      notes('flux-dev', [photo], { values: { size: '720*1280' } }),
      ['warning: Picture 1200 × 900 comes back as 720 × 1280 (720*1280), another shape.'],
    ],
    ['a size of words', notes('flux-2-pro-edit', [photo], { values: { size: 'small' } }), []],
    [
      'a guessed size',
      notes('flux-2-klein-9b-edit', [photo], { values: { size: '512*512' } }),
      [expect.stringMatching(/^warning: .*guess.*may refuse or ignore it\.$/)],
    ],
    [
      'no mask',
      notes('flux-2-pro-edit', [photo], { input: { mask: 'm' } }),
      ['warning: This model takes no mask; yours is left out.'],
    ],
    [
      'no seed',
      notes('flux2-klein-4b', [], { input: { seed: 0 } }),
      ['warning: This model takes no seed: the result can’t be made again exactly.'],
    ],
    [
      'a number that no picture has',
      notes('flux-2-pro-edit', [photo], {
        input: { prompt: 'image1 beside image 2 and Image3, image 2 again' },
      }),
      [
        'warning: image 2 is mentioned, but there is 1 picture.',
        'warning: image 3 is mentioned, but there is 1 picture.',
      ],
    ],
    [
      'a value without effect',
      notes('flux-dev', [], { values: { strength: 0.5 } }),
      ['info: Strength has no effect without a picture.'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })

  describe('of a picture with a mask', () => {
    const large: PictureFacts = { width: 4032, height: 3024, hasAlpha: false }
    const painted = { left: 1000, top: 1000, width: 800, height: 600 }
    const mask: PictureFacts = { ...large, painted }
    const told = (id: string, keepOutside: boolean | undefined, values = {}) =>
      notes(id, [large, mask], { input: { images: ['picture-0'], mask: 'picture-1', keepOutside }, values })

    it.each([
      [
        'a model with a list of sizes',
        told('flux-dev', true),
        'info: Gets the part around the mask, about 1600 × 1600 of 4032 × 3024, as 1024 × 1024; its answer is ' +
          'aligned and put back inside the mask, the outside stays bit for bit.',
      ],
      [
        'a size that was chosen',
        told('flux-dev', true, { size: '512*512' }),
        expect.stringContaining('about 1600 × 1600 of 4032 × 3024, as 512 × 512;') as string,
      ],
      [
        'a model without a mask',
        told('flux-2-pro-edit', true),
        'info: Gets the part around the mask, about 1600 × 1408 of 4032 × 3024; its answer is aligned and put back ' +
          'inside the mask, the outside stays bit for bit. It is not told the mask: say what should change.',
      ],
      [
        'the outside not kept',
        told('flux-dev', false),
        'info: Gets the whole picture, 4032 × 3024, as 1024 × 768; its answer comes back in the picture’s own ' +
          'frame and size.',
      ],
    ])('%s', (_, found, expected) => expect(found).toEqual([expected]))

    it('where the mask is not known yet, without numbers', () => {
      const input = { mask: 'unknown', keepOutside: true }
      expect(notes('flux-dev', [large], { input })).toEqual([
        expect.stringMatching(/^info: Gets the part around the mask; its answer is aligned/),
      ])
    })

    it('left out by a model without one, unless the outside is kept', () => {
      expect(told('flux-2-pro-edit', false)).toEqual([
        'warning: This model takes no mask; yours is left out.',
      ])
    })

    it('padded where the whole has another shape', () => {
      const wide: PictureFacts = { width: 2000, height: 1000, hasAlpha: false }
      const input = { mask: 'm', keepOutside: false }
      expect(notes('flux-dev', [wide], { input })[0]).toContain('2000 × 1000, padded to 1280 × 720;')
    })
  })

  it('blocks a provider that can’t fetch our pictures, and says what to set', () => {
    const access: ProviderAccess = { mode: 'live', canReceivePictures: false }
    expect(notes('flux-2-pro-edit', [photo], { access })).toEqual([
      expect.stringMatching(/^blocked: .*PUBLIC_URL/),
    ])
    expect(notes('flux-dev', [], { access })).toEqual([])
  })
})

it('counts the price per picture where the model does', () => {
  const cents = (id: string, values: object) =>
    preFlight(modelById(id), { images: [] }, { ...values }, new Map(), reachable).cents
  expect(cents('flux-dev', { num_images: 3 })).toBe(6)
  expect(cents('flux-dev', {})).toBe(2)
  expect(cents('flux-2-pro-edit', {})).toBe(7)
})
