import { parameterWithRole, type Model } from '@/lib/models/model'
import type { SeedParameter } from '@/lib/models/parameter'
import type { RunInput } from '@/lib/models/run-input'

/**
 * A seed within the row's range, both ends included.
 * @param random  a number from 0 (included) to 1 (excluded)
 */
export function drawSeed(parameter: SeedParameter, random: () => number = Math.random): number {
  return parameter.min + Math.floor(random() * (parameter.max - parameter.min + 1))
}

/** Whether the person leaves the seed to chance: by giving none, or in the provider's own spelling of "random". */
export function isRandomSeed(parameter: SeedParameter, seed: unknown): boolean {
  return seed === undefined || seed === '' || seed === parameter.random
}

/**
 * The input as it is run: a random seed is drawn here, not by the provider, so that every result can be made again.
 * A seed that was given is kept, and a model without a seed row gets none.
 */
export function withDrawnSeed(model: Model, input: RunInput, random?: () => number): RunInput {
  const row = parameterWithRole(model, 'seed')
  if (row?.kind !== 'seed' || !isRandomSeed(row, input.seed)) return input
  return { ...input, seed: drawSeed(row, random) }
}
