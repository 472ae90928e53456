import type { PredictionView } from '@/lib/predictions/view'

/**
 * Of each cell what is newest: a later attempt replaces an earlier one, a later version of an attempt the one before.
 * What did not change stays the same object, and so does the list, so that nothing is drawn again for nothing.
 */
export function newestPredictions(
  known: readonly PredictionView[],
  heard: readonly PredictionView[],
): PredictionView[] {
  let changed = false
  const newest = known.map((prediction) => {
    let best = prediction
    for (const one of heard) if (one.position === prediction.position && isNewer(one, best)) best = one
    changed ||= best !== prediction
    return best
  })
  return changed ? newest : (known as PredictionView[])
}

function isNewer(one: PredictionView, other: PredictionView): boolean {
  if (one.attempt !== other.attempt) return one.attempt > other.attempt
  if (one.version !== other.version) return one.version > other.version
  // Why it waits depends on others, whose changes are not its own.
  return one.waiting?.reason !== other.waiting?.reason || one.waiting?.until !== other.waiting?.until
}
