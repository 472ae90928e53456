import 'server-only'
import { latestAttempts } from './latest-attempts'
import { isFinished, type Prediction } from './prediction'
import type { PredictionStore, RunWithPredictions } from './prediction-store'

/**
 * Cancels every unfinished prediction of a run, as far as each can be.
 *
 * @param cancel one prediction
 * @returns the run as it then stands, or undefined if there is none with this id
 */
export async function cancelRun(
  store: PredictionStore,
  cancel: (predictionId: string) => Promise<unknown>,
  runId: string,
): Promise<RunWithPredictions | undefined> {
  const found = await store.getRun(runId)
  if (!found) return undefined
  const unfinished = latestAttempts(found.predictions).filter(({ status }) => !isFinished(status.state))
  const isQueued = ({ status }: Prediction) => status.state === 'queued'
  // The unsent first: each canceled one makes room, and the worker must find nothing to put there.
  for (const some of [unfinished.filter(isQueued), unfinished.filter((one) => !isQueued(one))])
    await Promise.all(some.map(({ id }) => cancel(id)))
  return store.getRun(runId)
}
