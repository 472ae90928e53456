import type { Prediction } from './prediction'

/** Of each cell the last try, in the order of the cells. */
export function latestAttempts(predictions: readonly Prediction[]): Prediction[] {
  const latest = new Map<number, Prediction>()
  for (const prediction of predictions) {
    const known = latest.get(prediction.position)
    if (!known || known.attempt < prediction.attempt) latest.set(prediction.position, prediction)
  }
  return [...latest.values()].sort((a, b) => a.position - b.position)
}
