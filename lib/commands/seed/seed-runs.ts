import type { Asset } from '@/lib/assets/asset'
import { models } from '@/lib/models/registry'
import { priceOf, type Model, type ModelValues } from '@/lib/models/model'
import type { Prediction, PredictionState } from '@/lib/predictions/prediction'
import type { PredictionStore } from '@/lib/predictions/prediction-store'
import type { Run } from '@/lib/predictions/run'
import type { SeedPictures } from './seed-pictures'

const subjects = ['the sky', 'the cat', 'the coffee', 'the mountains', 'the rocket', 'the background']
const changes = ['darker', 'warmer', 'a watercolour', 'black and white', 'covered in snow', 'neon', 'blurred']
const additions = ['', ', keep everything else', ', soft light', ' at golden hour', ', high contrast']
const dayMs = 24 * 60 * 60 * 1000

/**
 * Finished runs over the last year: most of one prediction, some of many; some failed, starred, with a mask, or made from
 * an earlier result. The same each time but for their times.
 *
 * @returns how many runs
 */
export async function seedRuns(
  store: Pick<PredictionStore, 'createRun'>,
  { inputs, outputs, mask }: SeedPictures,
  { count, now }: { count: number; now: number },
): Promise<number> {
  const random = randomNumbers(20_261_121)
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
  let runs = 0
  let earlier: Asset | undefined
  for (let left = count; left > 0; runs++) {
    const cells = Math.min(left, random() < 0.9 ? 1 : 2 + Math.floor(random() * 8))
    const createdAt = Math.round(now - (left / count) * 365 * dayMs)
    const prompt = `Make ${oneOf(subjects)} ${oneOf(changes)}${oneOf(additions)}`
    // Every third goes on from an earlier result, so that there are versions and branches.
    const picture = earlier && random() < 0.33 ? earlier : oneOf(inputs)
    const hasMask = random() < 0.1
    const used = Array.from({ length: cells }, () => oneOf(models))
    const run: Run = {
      id: `seed-${String(runs).padStart(6, '0')}`,
      input: { prompt, images: [picture.id], ...(hasMask && { mask: mask.id }), seed: runs },
      choices: used.map(({ id }) => ({ modelId: id, values: {} })),
      createdAt,
    }
    const predictions = used.map((model, position) =>
      seedPrediction(run, model, position, oneOf(outputs), random()),
    )
    await store.createRun(run, predictions)
    const [first] = predictions
    if (first?.status.state === 'succeeded' && random() < 0.3) earlier = first.status.outputs[0]
    left -= cells
  }
  return runs
}

function seedPrediction(run: Run, model: Model, position: number, output: Asset, chance: number): Prediction {
  const values = valuesOf(model, run)
  const { createdAt } = run
  return {
    id: `${run.id}-${position}`,
    runId: run.id,
    position,
    attempt: 0,
    modelId: model.id,
    provider: model.provider,
    mode: chance < 0.5 ? 'sandbox' : 'live',
    values,
    priceCents: priceOf(model, values),
    ...(chance > 0.95 && { mark: 'star' }),
    createdAt,
    updatedAt: createdAt + 4000,
    status: stateOf(createdAt, output, chance),
  }
}

/** Under the model's own names. */
function valuesOf(model: Model, { input }: Run): ModelValues {
  const values: ModelValues = {}
  for (const { name, kind, role } of model.parameters.map((row) => ({ role: undefined, ...row }))) {
    if (role === 'prompt') values[name] = input.prompt
    if (role === 'images') values[name] = kind === 'image' ? input.images[0] : input.images
    if (role === 'mask' && input.mask) values[name] = input.mask
    if (role === 'seed') values[name] = (input.seed ?? 0) % 10_000
  }
  return values
}

function stateOf(at: number, output: Asset, chance: number): PredictionState {
  if (chance < 0.04)
    return { state: 'failed', finishedAt: at + 4000, failure: { code: 'moderation', billed: 'maybe' } }
  if (chance < 0.05) return { state: 'unconfirmed', submittedAt: at, finishedAt: at + 4000 }
  return {
    state: 'succeeded',
    submittedAt: at,
    providerDoneAt: at + 3500,
    finishedAt: at + 4000,
    warnings: [],
    outputs: [output],
  }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
