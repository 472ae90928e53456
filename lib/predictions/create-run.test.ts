import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { PictureRefused } from '@/lib/assets/picture-refused'
import { openDatabase } from '@/lib/db/client'
import { createPredictionStore } from '@/lib/db/prediction-store'
import { models } from '@/lib/models/registry'
import { planReframe } from '@/lib/models/plan-reframe'
import { anAsset } from '@/lib/testing/a-prediction'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { createRun, type CreateRun, type RunRequest } from './create-run'
import { RunRefused } from './run-refused'

const dataUri = 'data:image/png;base64,AAAA'
const [first, second] = ['https://pictures.example/1.png', 'https://pictures.example/2.png']
const storedId = (reference: string) => anAsset(reference).id
const live = { mode: 'live', canReceivePictures: true } as const

let context: CreateRun
/** What pictures were asked for, and as what. */
let resolved: string[]
/** How many cuts were made. */
let reframed: number
beforeEach(async () => {
  const database = await openDatabase({ folder: await temporaryFolder() })
  onTestFinished(() => database.close())
  resolved = []
  reframed = 0
  context = {
    store: createPredictionStore(database),
    async resolvePicture(reference, use) {
      resolved.push(`${use} ${reference}`)
      if (reference.includes('broken')) throw new PictureRefused('truncated', 'The picture is damaged.')
      return anAsset(reference)
    },
    reframeInput: async ({ picture, mask, rules, keepOutside }) => {
      if (mask.id === storedId('empty')) return undefined
      const reframe = planReframe(
        picture,
        rules,
        keepOutside ? { left: 0, top: 0, width: 1, height: 1 } : undefined,
      )
      const composition = { picture: picture.id, reframe, ...(keepOutside && { mask: mask.id }) }
      reframed += 1
      return { composition, picture: anAsset(`cut of ${picture.id}`), mask: anAsset(`cut of ${mask.id}`) }
    },
    access: { vibedream: live, wavespeed: live, bytecompute: { ...live, mode: 'sandbox' } },
    now: () => 5_000,
  }
})

function aRequest(...choices: (string | RunRequest['choices'][number])[]): RunRequest {
  return {
    input: { prompt: 'Make it night', images: [first] },
    choices: choices.map((choice) => (typeof choice === 'string' ? { modelId: choice, values: {} } : choice)),
  }
}
const refusal = (request: RunRequest) =>
  createRun(context, request).then(
    () => expect.unreachable('the run was taken'),
    (error: unknown) => error as RunRefused,
  )
async function created(request: RunRequest, key?: string) {
  const { runId } = await createRun(context, request, key)
  return (await context.store.getRun(runId))!
}

describe('a run of all models', () => {
  it('becomes one queued prediction per model, each with its own complete values and price', async () => {
    const { run, predictions } = await created(aRequest(...models.map(({ id }) => id)))
    expect(run).toMatchObject({
      input: { prompt: 'Make it night', images: [storedId(first)] },
      createdAt: 5_000,
    })
    expect(predictions.map(({ modelId }) => modelId)).toEqual(models.map(({ id }) => id))
    expect(predictions.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4])
    expect(predictions.map(({ priceCents }) => priceCents)).toEqual([2, 7, 2, 1.6, 0.3])
    expect(predictions.map(({ mode }) => mode)).toEqual(['live', 'live', 'live', 'live', 'sandbox'])
    for (const { status } of predictions) expect(status).toEqual({ state: 'queued', attempts: 0 })
    expect(predictions.map(({ values }) => values.images ?? values.image)).toEqual([
      [storedId(first)],
      [storedId(first)],
      storedId(first),
      [storedId(first)],
      [storedId(first)],
    ])
    expect(resolved).toEqual([`image ${first}`])
  })

  it('may hold the same model several times, with different values', async () => {
    const { predictions } = await created(
      aRequest(
        { modelId: 'flux-dev', values: { num_images: 4, strength: 0.3 } },
        { modelId: 'flux-dev', values: { num_images: 1, strength: 0.7 } },
      ),
    )
    expect(predictions.map(({ values }) => values.strength)).toEqual([0.3, 0.7])
    expect(predictions.map(({ priceCents }) => priceCents)).toEqual([8, 2])
  })
})

describe('what is wrong is named where it stands', () => {
  it.each<[string, RunRequest, string[]]>([
    [
      'a missing instruction',
      { input: { images: [first] }, choices: [{ modelId: 'flux-2-pro-edit', values: {} }] },
      ['0 prompt'],
    ],
    [
      'a missing picture',
      { input: { prompt: 'x', images: [] }, choices: [{ modelId: 'flux-2-pro-edit', values: {} }] },
      ['0 images'],
    ],
    [
      'a seed beyond the range',
      {
        input: { prompt: 'x', images: [first], seed: 10_001 },
        choices: [{ modelId: 'flux-2-pro-edit', values: {} }],
      },
      ['0 seed'],
    ],
    [
      'a mask without its picture',
      { input: { prompt: 'x', images: [], mask: first }, choices: [{ modelId: 'flux-dev', values: {} }] },
      ['0 mask_image'],
    ],
    ['a value of one model', aRequest({ modelId: 'flux-dev', values: { strength: 0.85 } }), ['0 strength']],
    ['an unknown parameter', aRequest({ modelId: 'flux-dev', values: { styl: 'x' } }), ['0 ']],
    [
      'values of several models',
      aRequest(
        'flux-2-pro-edit',
        { modelId: 'flux-dev', values: { strength: 2 } },
        { modelId: 'flux2-klein-4b', values: { aspect_ratio: 'round' } },
      ),
      ['1 strength', '2 aspect_ratio'],
    ],
    [
      'the same for two models, in one sentence',
      { ...aRequest('flux-2-klein-9b-edit', 'flux-2-pro-edit'), input: { images: [first] } },
      ['0 prompt', '1 prompt'],
    ],
  ])('%s', async (_, request, paths) => {
    const error = await refusal(request)
    expect(error).toBeInstanceOf(RunRefused)
    expect(error.code).toBe('invalid-input')
    expect(error.issues.map(({ choice, path }) => `${choice} ${path}`)).toEqual(paths)
    const sentences = new Set(error.issues.map(({ message }) => message))
    expect(error.message).toBe([...sentences].join(' '))
    expect(resolved).toEqual([])
    expect(await context.store.listRuns(1)).toEqual([])
  })

  it('an unknown model', async () => {
    expect(await refusal(aRequest('flux-9'))).toMatchObject({ code: 'unknown-model' })
  })

  it('a picture that can’t be had, with its own sentence', async () => {
    const request = aRequest('flux-dev')
    request.input.images = ['https://broken.example/']
    await expect(createRun(context, request)).rejects.toThrow('The picture is damaged.')
    expect(await context.store.listRuns(1)).toEqual([])
  })

  it('a provider that can’t reach our pictures, unless there are none', async () => {
    context.access.vibedream = { mode: 'live', canReceivePictures: false }
    expect(await refusal(aRequest('flux-dev'))).toMatchObject({ code: 'no-public-url' })
    const textOnly = { ...aRequest('flux-dev'), input: { prompt: 'A lake', images: [] } }
    expect((await created(textOnly)).predictions).toHaveLength(1)
  })
})

describe('pictures', () => {
  it('are stored once each, also those that no model of the run uses', async () => {
    const request = aRequest('flux-dev', 'flux-2-pro-edit')
    request.input = { prompt: 'x', images: [first, second, first], mask: dataUri }
    const { run, predictions } = await created(request)
    expect([...resolved].sort()).toEqual([`image ${first}`, `image ${second}`, `mask ${dataUri}`].sort())
    expect(run.input).toEqual({
      prompt: 'x',
      images: [storedId(first), storedId(second), storedId(first)],
      mask: storedId(dataUri),
    })
    expect(predictions[0]?.values).toMatchObject({ image: storedId(first), mask_image: storedId(dataUri) })
    expect(predictions[1]?.values).not.toHaveProperty('mask_image')
  })

  it('that only a text-to-image run of a model names none of, need none', async () => {
    const { predictions } = await created({
      ...aRequest('flux2-klein-4b'),
      input: { prompt: 'A lake', images: [] },
    })
    expect(predictions[0]?.values).toEqual({ prompt: 'A lake' })
  })

  it.each<[string, unknown]>([
    ['a list', [first, dataUri]],
    ['a list as JSON text', JSON.stringify([first, dataUri])],
  ])('under their second spelling, as %s, are the same pictures', async (_, image_uris) => {
    const request = aRequest({ modelId: 'flux2-klein-4b', values: { image_uris } })
    request.input.images = []
    const { run, predictions } = await created(request)
    const ids = [storedId(first), storedId(dataUri)]
    expect(predictions[0]?.values).toEqual({ prompt: 'Make it night', images: ids })
    expect(run.choices[0]?.values).toEqual({ image_uris: ids })
  })

  it('under their second spelling lose to the first, and leave nothing behind', async () => {
    const { run, predictions } = await created(
      aRequest({ modelId: 'flux2-klein-4b', values: { image_uris: dataUri } }),
    )
    expect(predictions[0]?.values.images).toEqual([storedId(first)])
    expect(JSON.stringify([run, predictions])).not.toContain('data:')
  })
})

describe('a mask', () => {
  it('of another size than its picture is refused, and nothing stored', async () => {
    const asIs = context.resolvePicture
    context.resolvePicture = async (reference, use) => ({
      ...(await asIs(reference, use)),
      width: use === 'mask' ? 100 : 200,
      height: 80,
    })
    const request = aRequest('flux-dev')
    request.input.mask = second
    const { code, issues } = await refusal(request)
    expect(code).toBe('invalid-input')
    expect(issues).toEqual([
      {
        choice: 0,
        path: 'mask_image',
        message: 'The mask is 100 × 80, its picture 200 × 80. Give a mask of the picture’s own size.',
      },
    ])
    expect(await context.store.listRuns(9)).toEqual([])
  })
})

describe('an Idempotency-Key', () => {
  it('makes a repeated request the same run, and refuses another one', async () => {
    const request = aRequest('flux-dev')
    const one = await createRun(context, request, 'key')
    expect(one.created).toBe(true)
    const reordered = {
      choices: structuredClone(request.choices),
      input: { images: [first], prompt: 'Make it night' },
    }
    expect(await createRun(context, reordered, 'key')).toEqual({ runId: one.runId, created: false })
    expect(resolved, 'the picture was fetched once').toHaveLength(1)
    await expect(createRun(context, aRequest('flux-2-pro-edit'), 'key')).rejects.toMatchObject({
      code: 'idempotency-conflict',
    })
    expect(await createRun(context, request)).toMatchObject({ created: true })
    expect(await context.store.listRuns(9)).toHaveLength(2)
  })
})

describe('a run that varies parameters', () => {
  const dev = { modelId: 'flux-dev', values: { num_images: 2 } }
  const sweep: RunRequest = {
    ...aRequest(dev, 'flux2-klein-4b'),
    axes: [
      { parameter: 'strength', values: [0.2, 0.8] },
      { parameter: 'seed', values: [7, 8] },
    ],
  }

  it('becomes a prediction for each cell, with its own values', async () => {
    const { run, predictions } = await created(sweep)
    expect(run.axes).toEqual(sweep.axes)
    expect(predictions.map(({ position, modelId }) => [position, modelId])).toEqual([
      [0, 'flux-dev'],
      [1, 'flux-dev'],
      [2, 'flux-dev'],
      [3, 'flux-dev'],
      [4, 'flux2-klein-4b'],
      [5, 'flux2-klein-4b'],
    ])
    expect(predictions.map(({ values: { strength, seed } }) => [strength, seed])).toEqual([
      [0.2, 7],
      [0.2, 8],
      [0.8, 7],
      [0.8, 8],
      [undefined, undefined],
      [undefined, undefined],
    ])
    expect(predictions.map(({ priceCents }) => priceCents)).toEqual([4, 4, 4, 4, 0.3, 0.3])
  })

  it('gives one model what overrides the shared input, its pictures stored', async () => {
    const request = aRequest('flux-2-pro-edit', {
      modelId: 'flux-dev',
      values: {},
      override: { prompt: 'Make it day', images: [second] },
    })
    const { run, predictions } = await created(request)
    expect(predictions.map(({ values }) => values.prompt)).toEqual(['Make it night', 'Make it day'])
    expect(predictions[1]?.values.image).toBe(storedId(second))
    expect(run.choices[1]?.override).toEqual({ prompt: 'Make it day', images: [storedId(second)] })
    expect(run.input.images).toEqual([storedId(first)])
  })

  it('keeps a model’s own pictures and those that override, as one list of stored ones each', async () => {
    const request: RunRequest = {
      input: { prompt: 'x', images: [] },
      choices: [
        { modelId: 'flux2-klein-4b', values: { image_uris: [first] }, override: { images: [second] } },
        { modelId: 'flux2-klein-4b', values: { image_uris: [first] } },
        { modelId: 'flux-2-pro-edit', values: {}, override: { images: [first, second] } },
      ],
      axes: [{ parameter: 'prompt', values: ['Make it night', 'Make it day'] }],
    }
    const { run, predictions } = await created(request)
    const [one, two] = [storedId(first), storedId(second)]
    expect(run.choices).toEqual([
      { modelId: 'flux2-klein-4b', values: {}, override: { images: [two] } },
      { modelId: 'flux2-klein-4b', values: { image_uris: [one] } },
      { modelId: 'flux-2-pro-edit', values: {}, override: { images: [one, two] } },
    ])
    expect(predictions.map(({ values }) => [values.prompt, values.images])).toEqual([
      ['Make it night', [two]],
      ['Make it day', [two]],
      ['Make it night', [one]],
      ['Make it day', [one]],
      ['Make it night', [one, two]],
      ['Make it day', [one, two]],
    ])
    expect(JSON.stringify([run, predictions])).not.toContain('pictures.example')
  })

  it('without pictures for one model is for the others what it was', async () => {
    const { predictions } = await created(
      aRequest('flux-dev', { modelId: 'flux-dev', values: {}, override: { images: [] } }),
    )
    expect(predictions.map(({ values }) => values.image)).toEqual([storedId(first), undefined])
  })

  it.each<[string, RunRequest['axes'], string]>([
    ['a mask', [{ parameter: 'mask', values: [first] }], 'Only “images” can be varied'],
    [
      'instructions that are not one for each picture',
      [
        {
          parameter: 'images',
          values: [first, second],
          paired: { parameter: 'prompt', values: ['Make it night'] },
        },
      ],
      'There are 2 values and 1 to go along',
    ],
    ['names that are not one for each', [{ parameter: 'images', values: [first], names: [] }], '0 names'],
    ['a number as a picture', [{ parameter: 'images', values: [7] }], 'must name one picture'],
    [
      'a parameter that is varied and goes along',
      [
        { parameter: 'prompt', values: ['Make it day'] },
        { parameter: 'images', values: [first], paired: { parameter: 'prompt', values: ['Make it night'] } },
      ],
      'only once',
    ],
    [
      'one parameter twice',
      [
        { parameter: 'seed', values: [1] },
        { parameter: 'seed', values: [2] },
      ],
      'only once',
    ],
    [
      'more than anyone can count',
      [
        { parameter: 'seed', values: Array.from({ length: 9_000 }, (_, index) => index) },
        { parameter: 'prompt', values: Array.from({ length: 9_000 }, String) },
        { parameter: 'strength', values: Array.from({ length: 9_000 }, (_, index) => index) },
      ],
      '729000000000 predictions',
    ],
  ])('refuses %s', async (_, axes, words) => {
    const { code, message } = await refusal({ ...aRequest('flux-dev'), axes })
    expect(code).toBe('invalid-input')
    expect(message).toContain(words)
    expect(resolved).toEqual([])
  })

  it('gives each cell of a batch its own picture and instruction, stored and named', async () => {
    const { run, predictions } = await created({
      input: { images: ['logo'] },
      choices: [
        { modelId: 'flux-2-pro-edit', values: {} },
        { modelId: 'flux-dev', values: { image: second } },
      ],
      axes: [
        {
          parameter: 'images',
          values: [first, second, first],
          names: ['cat.png', 'dog.jpg', 'cat.png'],
          paired: { parameter: 'prompt', values: ['Night', 'Day', 'Snow'] },
        },
      ],
    })
    const [cat, dog, logo] = [first, second, 'logo'].map((reference) => storedId(reference ?? ''))
    expect(run.axes).toEqual([
      {
        parameter: 'images',
        values: [cat, dog, cat],
        names: ['cat.png', 'dog.jpg', 'cat.png'],
        paired: { parameter: 'prompt', values: ['Night', 'Day', 'Snow'] },
      },
    ])
    expect(run.input).toEqual({ images: [logo] })
    // The batch takes the place of a picture that a model was given of its own.
    expect(run.choices.map(({ values }) => values)).toEqual([{}, {}])
    expect(predictions.map(({ values }) => [values.prompt, values.images ?? values.image])).toEqual([
      ['Night', [cat, logo]],
      ['Day', [dog, logo]],
      ['Snow', [cat, logo]],
      ['Night', cat],
      ['Day', dog],
      ['Snow', cat],
    ])
    expect(resolved.sort()).toEqual([`image ${first}`, `image ${second}`, 'image logo'].sort())
  })

  it('takes no mask in a batch, whoever it is given to', async () => {
    const axes = [{ parameter: 'images', values: [first, second] }]
    const requests: RunRequest[] = [
      { ...aRequest('flux-2-pro-edit'), input: { prompt: 'x', images: [], mask: 'm', keepOutside: true } },
      aRequest({ modelId: 'flux-dev', values: {}, override: { mask: 'm' } }),
      aRequest({ modelId: 'flux-dev', values: { mask_image: 'm' } }),
    ]
    for (const request of requests)
      expect((await refusal({ ...request, axes })).message).toContain('A mask belongs to one picture')
    expect(resolved).toEqual([])
  })

  it('takes more predictions in a batch, but not any number', async () => {
    const values = Array.from({ length: 129 }, (_, index) => `https://pictures.example/${index}.png`)
    const { message } = await refusal({ ...aRequest(dev, dev), axes: [{ parameter: 'images', values }] })
    expect(message).toContain('258 predictions; one run takes at most 256')
    const { predictions } = await created({
      ...aRequest('flux-dev'),
      axes: [{ parameter: 'images', values: values.slice(0, 128) }],
    })
    expect(predictions).toHaveLength(128)
  })

  it('says once per model what is wrong in all its cells', async () => {
    const axes = [{ parameter: 'seed', values: [1, 2, 3] }]
    const { issues } = await refusal({ ...aRequest(dev, dev), input: { images: [] }, axes })
    expect(issues.map(({ choice, path }) => [choice, path])).toEqual([
      [0, 'prompt'],
      [1, 'prompt'],
    ])
  })

  it('refuses a value that one of the swept models does not take', async () => {
    const axes = [{ parameter: 'strength', values: [0.2, 7] }]
    const { issues } = await refusal({ ...aRequest(dev), axes })
    expect(issues).toEqual([{ choice: 0, path: 'strength', message: expect.any(String) as string }])
  })

  it('refuses more predictions than fit one board, with both numbers', async () => {
    const axes = [{ parameter: 'seed', values: Array.from({ length: 33 }, (_, seed) => seed) }]
    const { message } = await refusal({ ...aRequest(dev, dev), axes })
    expect(message).toContain('66 predictions')
    expect(message).toContain('64')
  })
})

describe('a run with a mask', () => {
  const masked = (keepOutside: boolean | undefined, ...choices: string[]): RunRequest => {
    const request = aRequest(...choices)
    return { ...request, input: { ...request.input, images: [first, second], mask: 'mask', keepOutside } }
  }
  const cut = (reference: string) => storedId(`cut of ${storedId(reference)}`)

  it('shows the model only the cut, mask or no mask, and says how the answer is put back', async () => {
    const { run, predictions } = await created(masked(true, 'flux-dev', 'flux-2-pro-edit'))
    const [dev, pro] = predictions
    expect(dev?.values).toMatchObject({ image: cut(first), mask_image: cut('mask'), size: '1024*768' })
    expect(pro?.values).toMatchObject({ images: [cut(first), storedId(second)] })
    for (const { composition } of predictions)
      expect(composition).toMatchObject({ picture: storedId(first), mask: storedId('mask') })
    expect(run.input).toMatchObject({ images: [storedId(first), storedId(second)], mask: storedId('mask') })
    expect((await context.store.getRun(run.id))?.predictions).toEqual(predictions)
  })

  it('cuts once for all cells that need the same', async () => {
    await created({ ...masked(true, 'flux-2-pro-edit'), axes: [{ parameter: 'seed', values: [1, 2, 3] }] })
    expect(reframed).toBe(1)
  })

  it('without keeping the outside frames the whole picture, for a model that takes masks only', async () => {
    const { predictions } = await created(masked(false, 'flux-dev', 'flux-2-pro-edit'))
    expect(predictions[0]?.composition).toMatchObject({ reframe: { region: { left: 0, width: 4 } } })
    expect(predictions[0]?.composition?.mask).toBeUndefined()
    expect(predictions[1]?.composition).toBeUndefined()
    expect(predictions[1]?.values.images).toEqual([storedId(first), storedId(second)])
  })

  it('leaves both as they are where nothing was said, as from our API', async () => {
    const { predictions } = await created(masked(undefined, 'flux-dev'))
    expect(predictions[0]?.values).toMatchObject({ image: storedId(first), mask_image: storedId('mask') })
    expect(predictions[0]?.composition).toBeUndefined()
  })

  it('refuses an empty mask, also for a model without one', async () => {
    const request = masked(true, 'flux-2-pro-edit')
    const { issues } = await refusal({ ...request, input: { ...request.input, mask: 'empty' } })
    expect(issues).toEqual([
      { choice: 0, path: 'mask', message: expect.stringContaining('Nothing is painted') as string },
    ])
  })
})
