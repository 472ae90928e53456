import { parameterWithRole, type Model } from '@/lib/models/model'
import type { SeedParameter } from '@/lib/models/parameter'
import type { RunInput } from '@/lib/models/run-input'
import { sharedRow } from '@/lib/models/shared-rows'

/** For models that take none: their samples are counted by seeds that nobody gets. */
const anySeed: Pick<SeedParameter, 'min' | 'max' | 'random'> = { min: 0, max: 10_000, random: 'omit' }

/** The seeds that all of these models take. */
export function seedRowOf(models: readonly Model[]): Pick<SeedParameter, 'min' | 'max' | 'random'> {
  const row = sharedRow(models, 'seed')
  return row?.kind === 'seed' ? row : anySeed
}

type SeedRange = Pick<SeedParameter, 'min' | 'max'>

/**
 * A seed within the row's range, both ends included.
 * @param random  a number from 0 (included) to 1 (excluded)
 */
export function drawSeed({ min, max }: SeedRange, random: () => number = Math.random): number {
  return min + Math.floor(random() * (max - min + 1))
}

/**
 * The seeds of samples: the first and those after it, from the start again at the end of the range. So one number tells
 * them all, and a run can be made again from it. A first one that is no seed stays first, for the check to name.
 */
export function seedsFrom(first: number, count: number, { min, max }: SeedRange): number[] {
  const isSeed = Number.isInteger(first) && first >= min && first <= max
  const size = max - min + 1
  return Array.from({ length: count }, (_, index) =>
    isSeed ? min + ((first - min + index) % size) : index === 0 ? first : min + index,
  )
}

/** Whether the person leaves the seed to chance: by giving none, or in the provider's own spelling of "random". */
export function isRandomSeed({ random }: Pick<SeedParameter, 'random'>, seed: unknown): boolean {
  return seed === undefined || seed === null || seed === '' || seed === random
}

/**
 * The input as it is run: a random seed is drawn here, not by the provider, so that every result can be made again.
 * A seed that was given is kept, and models without a seed row get none.
 */
export function withDrawnSeed(
  models: Model | readonly Model[],
  input: RunInput,
  random?: () => number,
): RunInput {
  const list = 'id' in models ? [models] : models
  const row = seedRowOf(list)
  const takesSeed = list.some((model) => parameterWithRole(model, 'seed'))
  if (!takesSeed || !isRandomSeed(row, input.seed)) return input
  return { ...input, seed: drawSeed(row, random) }
}
