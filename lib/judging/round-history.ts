import { pairKey, type Vote } from './vote'

/** What a voter has judged so far, as far as it matters to the next round. */
export interface RoundHistory {
  /** Answers by pair of predictions (`pairKey`). */
  answers: Record<string, number>
  /** Answers by pair of models. */
  comparisons: Record<string, number>
}

export const noHistory: RoundHistory = { answers: {}, comparisons: {} }

/** @param runId of which run the single pairs matter; how often models were compared is counted over all runs */
export function historyOf(votes: readonly Vote[], runId: string): RoundHistory {
  const history: RoundHistory = { answers: {}, comparisons: {} }
  for (const { first, second, runId: own } of votes) {
    if (own === runId) countUp(history.answers, pairKey(first.predictionId, second.predictionId))
    if (first.modelId !== second.modelId) countUp(history.comparisons, pairKey(first.modelId, second.modelId))
  }
  return history
}

function countUp(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1
}
