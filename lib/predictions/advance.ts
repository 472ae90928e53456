import 'server-only'
import type { Held, Lifecycle } from './lifecycle'
import { pollJob } from './poll-job'
import { isFinished, isIn, type Prediction, type PredictionIn } from './prediction'
import { storeOutputs } from './store-outputs'
import { submitPrediction } from './submit-prediction'

/**
 * Works on a prediction from whatever state it is in until it is finished, given back to the queue, or no longer ours.
 * Throws only what `held.signal` or the store throws.
 */
export async function advance(lifecycle: Lifecycle, held: Held): Promise<void> {
  let current: Prediction | undefined = held.prediction
  while (current && !isFinished(current.status.state) && !held.stopping()) {
    const next: Prediction | undefined = await step(lifecycle, { ...held, prediction: current })
    if (next?.status.state === 'queued') return
    current = next
  }
}

async function step(lifecycle: Lifecycle, held: Held): Promise<Prediction | undefined> {
  const { prediction } = held
  if (isIn(prediction, 'queued')) return submitPrediction(lifecycle, { ...held, prediction })
  if (isIn(prediction, 'running')) return pollJob(lifecycle, { ...held, prediction })
  if (isIn(prediction, 'storing')) return storeOutputs(lifecycle, { ...held, prediction })
  if (isIn(prediction, 'submitting')) return giveUpLostSubmit(lifecycle, { ...held, prediction })
  return undefined
}

/** Claimed while submitting: whoever sent it died before the answer was stored. It is not sent again. */
function giveUpLostSubmit(lifecycle: Lifecycle, held: Held<PredictionIn<'submitting'>>) {
  const { submittedAt } = held.prediction.status
  return lifecycle.move(held, {
    state: 'unconfirmed',
    submittedAt,
    finishedAt: lifecycle.now(),
    detail: 'The server stopped while the request was on its way.',
  })
}
