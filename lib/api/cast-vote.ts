import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Diptych } from '@/lib/compose'
import { comparablePairs } from '@/lib/judging/pairs'
import { pairKey, type Cast } from '@/lib/judging/vote'
import { viewRun } from '@/lib/predictions/view'
import { ApiError, notFound } from './api-error'

/**
 * Stores, replaces or takes back a voter's answer. Which models made the two pictures is looked up here.
 *
 * @throws ApiError if there is no such run, or if the two are no finished results of it that can be compared
 */
export async function castVote(
  { store, votes }: Pick<Diptych, 'store' | 'votes'>,
  runId: string,
  voter: string,
  { roundId, question, first, second, outcome }: Cast,
): Promise<void> {
  const found = await store.getRun(runId)
  if (!found) throw notFound('run')
  const pair = comparablePairs(viewRun(found.run, found.predictions, '')).find(
    (one) => pairKey(one.first.id, one.second.id) === pairKey(first, second),
  )
  if (!pair)
    throw new ApiError(
      422,
      'not-comparable',
      'These two are not finished results of this run for the same input. Reload the page and judge again.',
    )
  if (outcome === null) return votes.retract(voter, question, [first, second])
  const side = (predictionId: string) => {
    const { modelId } = pair.first.id === predictionId ? pair.first : pair.second
    return { predictionId, modelId }
  }
  await votes.cast({
    id: randomUUID(),
    roundId,
    runId,
    question,
    first: side(first),
    second: side(second),
    outcome,
    voter,
    createdAt: Date.now(),
  })
}
