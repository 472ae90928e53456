import type { Question, Vote } from './vote'

/**
 * Where votes are kept. A voter has one answer to a question about a pair of predictions, whichever of them was shown
 * as A; a run's votes go with the run.
 */
export interface VoteStore {
  /** Stores a vote in the place of the same voter's earlier one. */
  cast(vote: Vote): Promise<void>
  /** Removes an answer, if it is there. */
  retract(voter: string, question: Question, predictionIds: readonly [string, string]): Promise<void>
  /** All votes of one voter, oldest first. */
  votesOf(voter: string): Promise<Vote[]>
}
