import 'server-only'
import type { ProviderId } from '@/lib/models/providers'
import type { Mark, Prediction, PredictionState, StateName } from './prediction'
import type { Run } from './run'

/** Newest first: everything strictly older than this. */
export interface Cursor {
  createdAt: number
  id: string
}

export interface RunWithPredictions {
  run: Run
  /** By position, then by attempt. */
  predictions: Prediction[]
}

/** The caller's key for one request, and what was asked under it. */
export interface Idempotency {
  key: string
  fingerprint: string
}

export interface StoredRun {
  runId: string
  created: boolean
  /** False if the key was used before for something else. */
  sameRequest: boolean
}

/**
 * Where runs and predictions are kept. The queue is a lease on the prediction's own row, so that no second job table
 * can disagree with it. Every write is a compare-and-set; what returns undefined was done by another meanwhile.
 */
export interface PredictionStore {
  /**
   * Stores a run with its predictions, all or nothing. With an idempotency key that is already known, nothing is
   * stored and the known run comes back; `fingerprint` tells whether it was the same request.
   */
  createRun(run: Run, predictions: Prediction[], idempotency?: Idempotency): Promise<StoredRun>
  /** The run that was made under this key, if there is one. */
  findRun(idempotency: Idempotency): Promise<StoredRun | undefined>

  getRun(id: string): Promise<RunWithPredictions | undefined>
  /** In the order of `ids`; unknown ones are left out. */
  getPredictions(ids: readonly string[]): Promise<Prediction[]>
  /** Whether any unfinished prediction is to be answered by the sandbox. */
  hasUnfinishedInSandbox(): Promise<boolean>
  /** Newest first. */
  listRuns(limit: number, before?: Cursor): Promise<RunWithPredictions[]>

  /**
   * Leases up to `limit` unfinished predictions, or those in some of the unfinished `states`, that nobody holds and
   * that are due, oldest first, in one statement.
   */
  claim(
    lease: Lease,
    provider: ProviderId,
    limit: number,
    now: number,
    states?: readonly StateName[],
  ): Promise<Prediction[]>
  /** Extends everything this owner holds, in one statement. */
  extendLeases(lease: Lease): Promise<void>
  /** Gives one prediction back for anyone to claim. */
  release(id: string, owner: string): Promise<void>
  /** Frees all leases: for the sole owner of an embedded database at boot. */
  releaseAll(): Promise<void>

  /**
   * Stores another try of a cell, unless there is one with this `attempt` already.
   * @returns the stored one, whoever stored it
   */
  addAttempt(prediction: Prediction): Promise<Prediction>
  /** Sets or takes away the person's judgement; undefined if there is no such prediction. */
  mark(id: string, mark: Mark | undefined, now: number): Promise<Prediction | undefined>

  /**
   * Compare-and-set on (id, state) to `next`, which must be an allowed transition. With `owner`, only while that owner
   * holds the lease. A finished or queued state gives the lease up.
   *
   * Money is counted in the same transaction: a live prediction that goes to `submitting` reserves its price first, and
   * where a budget has no room for it, it goes to `failed` as `over-budget` instead.
   * @returns the changed prediction, or undefined if another was quicker
   */
  move(
    prediction: Prediction,
    next: PredictionState,
    now: number,
    owner?: string,
  ): Promise<Prediction | undefined>
}

export interface Lease {
  owner: string
  /** Epoch milliseconds. */
  until: number
}
