import { describe, expect, it } from 'vitest'
import type { Prediction } from '@/lib/predictions/prediction'
import { aPrediction, anAsset, aRun, aState } from '@/lib/testing/a-prediction'
import { defaultChoices, type ShareChoices } from './share'
import { sharedView, type SharedSource } from './shared-view'

const prompt = 'Make the secret castle red'
const cat = anAsset('the cat')
const all: ShareChoices = {
  inputPicture: true,
  instruction: true,
  parameters: true,
  cost: true,
  modelNames: true,
  voting: false,
}
const none: ShareChoices = {
  inputPicture: false,
  instruction: false,
  parameters: false,
  cost: false,
  modelNames: false,
  voting: false,
}

const modelIds = ['flux-2-klein-9b-edit', 'flux-2-pro-edit', 'flux-dev']

function source(): SharedSource {
  const run = aRun({
    input: { prompt, images: [cat.id], seed: 424_242 },
    choices: modelIds.map((modelId) => ({ modelId, values: {} })),
    axes: [{ parameter: 'images', values: [cat.id], names: ['holiday-in-oslo.jpg'] }],
  })
  const predictions = modelIds.map((modelId, position): Prediction => {
    const output = anAsset(`output of ${modelId}`)
    return aPrediction({
      runId: run.id,
      modelId,
      position,
      priceCents: 77,
      values: {
        prompt,
        [modelId === 'flux-dev' ? 'image' : 'images']: modelId === 'flux-dev' ? cat.id : [cat.id],
        seed: 424_242,
      },
      status: { ...aState('succeeded'), outputs: [output] },
    })
  })
  return { run, predictions, pictures: new Map([[cat.id, cat]]) }
}

const share = (choices: ShareChoices, facts = {}) => ({ id: 'share-1', token: 'TOKEN', choices, ...facts })

/** Whatever could lead back to what is hidden. */
function secretsIn(text: string): string[] {
  const words = {
    instruction: prompt,
    input: 'before-',
    seed: '424242',
    cost: '77',
    model: /FLUX|klein|flux-|VibeDream|WaveSpeed/i,
    'file name': 'oslo',
    ids: new RegExp(source().run.id.slice(0, 8)),
    assets: /[0-9a-f]{64}/,
    prediction: /[0-9a-f]{8}-[0-9a-f]{4}-/,
  }
  return Object.entries(words).flatMap(([name, word]) => (text.match(word) ? [name] : []))
}

describe('the view of a link', () => {
  it('holds only what was chosen', () => {
    const texts: [Partial<ShareChoices>, string[]][] = [
      [{}, []],
      [{ inputPicture: true }, ['input']],
      [{ instruction: true }, ['instruction']],
      [{ parameters: true }, ['seed']],
      [{ cost: true }, ['cost']],
      [{ modelNames: true }, ['model']],
      [{ voting: true }, []],
      [all, ['instruction', 'input', 'seed', 'cost', 'model']],
    ]
    for (const [chosen, told] of texts) {
      const { view } = sharedView(share({ ...none, ...chosen }), source())
      expect(secretsIn(JSON.stringify(view)), JSON.stringify(chosen)).toEqual(told)
      expect(view.results).toHaveLength(3)
    }
  })

  it('knows the files of nothing else than what it shows', () => {
    const hidden = sharedView(share(none), source())
    expect([...hidden.files.keys()].sort()).toEqual(['after-1', 'after-2', 'after-3'])
    expect([...hidden.files.values()]).not.toContain(cat.id)
    expect(hidden.plan).toBeUndefined()
    const shown = sharedView(share(all), source())
    expect(shown.files.get('before-1')).toBe(cat.id)
    expect(JSON.stringify(shown.plan)).not.toContain(cat.id)
    expect(JSON.stringify(shown.plan)).not.toContain('oslo')
  })

  it('calls hidden models by letters, in an order of its own that stays', () => {
    const orders = new Set<string>()
    for (let number = 0; number < 30; number++) {
      const now = () => sharedView(share(none, { id: `share-${number}` }), source())
      const { view, files } = now()
      expect(view.results.map(({ label }) => label)).toEqual(['Model A', 'Model B', 'Model C'])
      expect([...now().files]).toEqual([...files])
      orders.add([...files.values()].join())
    }
    expect(orders.size).toBe(6)
  })

  it('keeps the numbers of results while others finish', () => {
    const { run, predictions, pictures } = source()
    const whole = sharedView(share(none), { run, predictions, pictures })
    const early = predictions.map((one, index) => (index === 1 ? { ...one, status: aState('running') } : one))
    const part = sharedView(share(none), { run, predictions: early, pictures })
    expect(part.view.results).toHaveLength(2)
    for (const [name, id] of part.files) expect(whole.files.get(name)).toBe(id)
  })

  it('of one prediction has nothing of the others', () => {
    const from = source()
    const [one, other] = from.predictions
    const { view, files } = sharedView(share(all, { predictionId: one?.id }), from)
    expect(view.results.map(({ name }) => name)).toEqual(['FLUX.2 Klein 9B Edit'])
    expect(JSON.stringify(view)).not.toContain('pro')
    expect([...files.values()]).not.toContain(anAsset(`output of ${other?.modelId}`).id)
  })

  it('offers pairs to vote on in an order that tells nothing, and none where nobody may vote', () => {
    const { view } = sharedView(share({ ...none, voting: true }), source())
    expect(view.pairs).toEqual([
      { first: 1, second: 2 },
      { first: 1, second: 3 },
      { first: 2, second: 3 },
    ])
    expect(sharedView(share(defaultChoices), source()).view.pairs).toEqual([])
  })
})
