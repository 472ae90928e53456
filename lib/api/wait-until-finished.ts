import 'server-only'
import type { Diptych } from '@/lib/compose'
import { isFinished, type Prediction } from '@/lib/predictions/prediction'

/** The database is asked at least this often, for changes made by another server. */
const lookEveryMs = 1000

/** Waits until the prediction is finished, the caller is gone, or `mostMs` have passed; returns it as it then stands. */
export async function waitUntilFinished(
  { store, changes }: Diptych,
  id: string,
  signal: AbortSignal,
  mostMs: number,
): Promise<Prediction | undefined> {
  const end = Date.now() + mostMs
  for (;;) {
    // Listening begins before the look, so that no change falls in between.
    const change = changes.next([id], lookEveryMs, signal)
    const [prediction] = await store.getPredictions([id])
    if (!prediction || isFinished(prediction.status.state) || signal.aborted || Date.now() > end)
      return prediction
    await change
  }
}
