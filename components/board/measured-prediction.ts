import type { Measures } from '@/lib/measures/measures'
import type { PredictionView } from '@/lib/predictions/view'

/** A cell with all that it can be sorted by. */
export interface MeasuredPrediction {
  prediction: PredictionView
  /** Absent until they are computed, and where there is nothing to compare with. */
  measures?: Measures
}

/** Milliseconds from the request to the stored picture; waiting in our own line is not the model's time. */
export function workingTime({ state, submittedAt, finishedAt }: PredictionView): number | undefined {
  if (state !== 'succeeded' || finishedAt === null || submittedAt === null) return undefined
  return finishedAt - submittedAt
}

/** Milliseconds before the request was sent. */
export function waitingTime({ createdAt, submittedAt }: PredictionView): number | undefined {
  return submittedAt === null ? undefined : submittedAt - Date.parse(createdAt)
}
