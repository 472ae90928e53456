import 'server-only'
import { providerIds, providers, type ProviderId } from '@/lib/models/providers'
import { advance } from './advance'
import type { Lifecycle } from './lifecycle'
import type { Prediction } from './prediction'

/** A lease lasts this long without being extended; on PostgreSQL another server then takes the work over. */
const leaseMs = 15_000
const extendEveryMs = 5_000
/** How often to look for work nobody told us of: due retries, and what a dead server left. */
const lookEveryMs = 1_000
const unexpectedPauseMs = 5_000
/** How long a stopping server waits for submits whose answer is still to come. */
const drainMs = 20_000

export interface Worker {
  /** There may be new work: look now. */
  wake(): void
  /** Stops working on a prediction that was canceled. */
  drop(predictionId: string): void
  /** Takes no more work, lets submits in flight end, gives the rest back. */
  stop(): Promise<void>
}

interface InHand {
  prediction: Prediction
  abort: AbortController
  done: Promise<void>
}

/** Claims unfinished predictions, at most so many per provider, and works on each until it is finished. */
export function startWorker(lifecycle: Lifecycle, owner: string): Worker {
  const inHand = new Map<string, InHand>()
  let stopping = false
  let looking: Promise<void> | undefined
  let lookAgain = false

  async function look(): Promise<void> {
    for (const provider of providerIds) await claimFor(provider)
  }

  async function claimFor(provider: ProviderId): Promise<void> {
    const busy = [...inHand.values()].filter(({ prediction }) => prediction.provider === provider).length
    const free = providers[provider].concurrency - busy
    if (stopping || free <= 0) return
    const now = lifecycle.now()
    const claimed = await lifecycle.store.claim({ owner, until: now + leaseMs }, provider, free, now)
    for (const prediction of claimed) workOn(prediction)
  }

  function workOn(prediction: Prediction): void {
    const abort = new AbortController()
    const done = advance(lifecycle, { prediction, owner, signal: abort.signal, stopping: () => stopping })
      .catch(async (error: unknown) => {
        if (abort.signal.aborted) return
        lifecycle.log(`prediction ${prediction.id} stopped unexpectedly`, error)
        // Given back at once it would be claimed at once, and a lasting fault would turn in circles.
        await lifecycle.sleep(unexpectedPauseMs, abort.signal)
      })
      .then(() => lifecycle.store.release(prediction.id, owner))
      .catch((error: unknown) => lifecycle.log('a lease could not be given back', error))
      .finally(() => {
        inHand.delete(prediction.id)
        wake()
      })
    inHand.set(prediction.id, { prediction, abort, done })
  }

  function wake(): void {
    if (stopping) return
    if (looking) {
      lookAgain = true
      return
    }
    looking = look()
      .catch((error: unknown) => lifecycle.log('looking for work failed', error))
      .finally(() => {
        looking = undefined
        if (!lookAgain) return
        lookAgain = false
        wake()
      })
  }

  const lookTimer = setInterval(wake, lookEveryMs)
  const extendTimer = setInterval(() => {
    if (inHand.size === 0) return
    lifecycle.store
      .extendLeases({ owner, until: lifecycle.now() + leaseMs })
      .catch((error: unknown) => lifecycle.log('leases could not be extended', error))
  }, extendEveryMs)
  wake()

  return {
    wake,
    drop: (id) => inHand.get(id)?.abort.abort(),
    async stop() {
      stopping = true
      clearInterval(lookTimer)
      await looking
      const work = [...inHand.values()]
      const current = await lifecycle.store.getPredictions(work.map(({ prediction }) => prediction.id))
      const submitting = new Set(
        current.filter(({ status }) => status.state === 'submitting').map(({ id }) => id),
      )
      // Reads can be taken up again at any time; an answer to a submit comes only once.
      for (const { prediction, abort } of work) if (!submitting.has(prediction.id)) abort.abort()
      const drained = Promise.all(work.map(({ done }) => done))
      await Promise.race([drained, lifecycle.sleep(drainMs, new AbortController().signal)])
      clearInterval(extendTimer)
    },
  }
}
