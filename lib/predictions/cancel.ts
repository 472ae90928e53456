import 'server-only'
import type { Lifecycle } from './lifecycle'
import { isFinished, type InState, type Prediction } from './prediction'

/**
 * Cancels as far as can be and says what it came to. A picture that is already made (storing) or a finished prediction
 * stays as it is.
 *
 * @returns the prediction as it then stands, or undefined if there is none with this id
 */
export async function cancelPrediction(lifecycle: Lifecycle, id: string): Promise<Prediction | undefined> {
  // The worker moves it on at the same time; a lost compare-and-set means: look again.
  for (;;) {
    const [prediction] = await lifecycle.store.getPredictions([id])
    if (!prediction) return undefined
    const { status } = prediction
    if (isFinished(status.state) || status.state === 'storing') return prediction
    const canceled: InState<'canceled'> = {
      state: 'canceled',
      submittedAt: 'submittedAt' in status ? status.submittedAt : undefined,
      finishedAt: lifecycle.now(),
      outcome: status.state === 'queued' ? 'not-sent' : await endAtProvider(lifecycle, prediction),
    }
    const moved = await lifecycle.store.move(prediction, canceled, lifecycle.now())
    if (moved) return moved
  }
}

async function endAtProvider(lifecycle: Lifecycle, { provider, mode, status }: Prediction) {
  if (status.state !== 'running') return 'stopped-waiting'
  const { cancel } = lifecycle.provider(provider, mode)
  const answer = await cancel?.(status.job, AbortSignal.timeout(10_000)).catch(() => undefined)
  return answer === 'canceled' ? 'canceled-at-provider' : 'stopped-waiting'
}
