import type { Outcome, Question } from '@/lib/judging/vote'
import type { Share } from './share'

/** A visitor's answer about two results of a blind link. */
export interface ShareVote {
  id: string
  shareId: string
  /** Who voted: a number that only the visitor's cookie and this row know. */
  visitor: string
  /** From where, as a hash: a limit for those who throw cookies away. */
  addressHash: string
  question: Question
  /** Prediction ids: what was shown as A, and as B. */
  first: string
  second: string
  outcome: Outcome
  /** Epoch milliseconds. */
  createdAt: number
}

export interface VoteCount {
  shareId: string
  /** Answers in all, and by how many visitors. */
  votes: number
  visitors: number
}

/** Where shares and the votes of their visitors are kept; both go with the run. */
export interface ShareStore {
  insert(share: Share): Promise<void>
  /** Newest first. */
  list(): Promise<Share[]>
  /** Also one that has ended or was revoked. */
  findByToken(token: string): Promise<Share | undefined>
  /** Once and for ever; undefined if there is no such share. */
  revoke(id: string, now: number): Promise<Share | undefined>
  countVisit(id: string, now: number): Promise<void>

  /**
   * Stores an answer in the place of the same visitor's earlier one to the same question about the same pair.
   *
   * @param mostVisitors  from one address; of more nothing is stored
   */
  castVote(vote: ShareVote, mostVisitors: number): Promise<'stored' | 'too-many-visitors'>
  /** Removes an answer, if it is there. */
  retractVote(vote: Pick<ShareVote, 'shareId' | 'visitor' | 'question' | 'first' | 'second'>): Promise<void>
  votesOf(shareId: string): Promise<ShareVote[]>
  /** For every share that has votes. */
  countVotes(): Promise<VoteCount[]>
}
