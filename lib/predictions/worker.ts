import 'server-only'
import { providerIds, providers, type ProviderId } from '@/lib/models/providers'
import { advance } from './advance'
import type { Lifecycle } from './lifecycle'
import { begunStates, type Prediction, type StateName } from './prediction'

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
  /** The person canceled it. */
  cancel: AbortController
  /** The server stops. */
  pause: AbortController
  claimedAgain: boolean
  done: Promise<void>
}

/** Claims unfinished predictions, at most so many per provider as it takes, and works on each until it is finished. */
export function startWorker(lifecycle: Lifecycle, owner: string): Worker {
  const inHand = new Map<string, InHand>()
  let stopping = false
  let looking: Promise<void> | undefined
  let lookAgain = false

  async function look(): Promise<void> {
    for (const provider of providerIds) await claimFor(provider)
  }

  async function claimFor(provider: ProviderId): Promise<void> {
    const { concurrency } = providers[provider]
    const hold = lifecycle.pace.hold(provider)
    if (!hold) return claimUpTo(concurrency, provider)
    // What it already has is followed up all the same.
    await claimUpTo(concurrency, provider, begunStates)
    if (hold.until === null) await claimUpTo(lifecycle.pace.limit(provider), provider, ['queued'])
  }

  async function claimUpTo(most: number, provider: ProviderId, states?: readonly StateName[]): Promise<void> {
    const busy = [...inHand.values()].filter(({ prediction }) => prediction.provider === provider).length
    const free = most - busy
    if (stopping || free <= 0) return
    const now = lifecycle.now()
    const claimed = await lifecycle.store.claim({ owner, until: now + leaseMs }, provider, free, now, states)
    for (const prediction of claimed) {
      const known = inHand.get(prediction.id)
      // Its lease ran out unnoticed (the machine slept) or was just given back: it is not worked on twice.
      if (known) known.claimedAgain = true
      else workOn(prediction)
    }
  }

  function workOn(prediction: Prediction): void {
    const cancel = new AbortController()
    const pause = new AbortController()
    const canceled = cancel.signal
    const signal = AbortSignal.any([canceled, pause.signal])
    const done = advance(lifecycle, { prediction, owner, signal, canceled, stopping: () => stopping })
      .catch(async (error: unknown) => {
        if (signal.aborted) return
        lifecycle.log(`prediction ${prediction.id} stopped unexpectedly`, error)
        // Given back at once it would be claimed at once, and a lasting fault would turn in circles.
        await lifecycle.sleep(unexpectedPauseMs, signal).catch(() => {})
      })
      .then(() => giveBack(prediction.id))
      .then(async () => {
        inHand.delete(prediction.id)
        if (item.claimedAgain) await giveBack(prediction.id)
        wake()
      })
    const item: InHand = { prediction, cancel, pause, claimedAgain: false, done }
    inHand.set(prediction.id, item)
  }

  async function giveBack(id: string): Promise<void> {
    await lifecycle.store
      .release(id, owner)
      .catch((error: unknown) => lifecycle.log('a lease could not be given back', error))
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
    drop: (id) => inHand.get(id)?.cancel.abort(),
    async stop() {
      stopping = true
      clearInterval(lookTimer)
      await looking
      const work = [...inHand.values()]
      // Reads end here and can be taken up again at any time; submits go on, their answer comes only once.
      for (const { pause } of work) pause.abort()
      const patience = new AbortController()
      const timeIsUp = lifecycle.sleep(drainMs, patience.signal).catch(() => {})
      await Promise.race([Promise.all(work.map(({ done }) => done)), timeIsUp])
      patience.abort()
      clearInterval(extendTimer)
    },
  }
}
