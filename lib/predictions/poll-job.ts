import 'server-only'
import type { Progress } from '@/lib/providers/provider'
import { ProviderError } from '@/lib/providers/provider-error'
import { failed, failureFrom } from './failed'
import type { Held, Lifecycle } from './lifecycle'
import type { Prediction, PredictionIn } from './prediction'
import { repeatRead } from './repeat-read'
import { stageOutputs } from './stage-outputs'

const pollTimeoutMs = 30_000
/** A provider may not find a job at once everywhere; "not found" is believed only after this. */
const settlingMs = 15_000

/** running → storing or failed. A network fault never ends it before its deadline: the work is paid. */
export async function pollJob(
  lifecycle: Lifecycle,
  held: Held<PredictionIn<'running'>>,
): Promise<Prediction | undefined> {
  const { prediction, signal } = held
  const { submittedAt, deadline, job } = prediction.status
  const provider = lifecycle.provider(prediction.provider, prediction.mode)
  const poll = async () => {
    try {
      return await provider.poll(job, AbortSignal.any([signal, AbortSignal.timeout(pollTimeoutMs)]))
    } catch (error) {
      const isNew = lifecycle.now() - submittedAt < settlingMs
      if (!(isNew && error instanceof ProviderError && error.code === 'expired')) throw error
      throw new ProviderError('expired', { accepted: 'unknown', transient: true, detail: error.detail })
    }
  }
  for (;;) {
    let progress: Progress
    try {
      progress = await repeatRead(lifecycle, signal, poll, { deadline })
    } catch (error) {
      signal.throwIfAborted()
      // A fault of ours says nothing about work that is paid: it is asked for again until its time is up.
      if (!(error instanceof ProviderError) && lifecycle.now() < deadline) throw error
      const failure = failureFrom(lifecycle, error, 'maybe')
      // Still failing at the deadline: what the person must know is that the time ran out.
      if (error instanceof ProviderError && error.transient) failure.code = 'timeout'
      return lifecycle.move(held, { state: 'failed', submittedAt, finishedAt: lifecycle.now(), failure })
    }
    lifecycle.tellAhead(prediction.id, progress.state === 'running' ? progress.ahead : undefined)
    if (progress.state === 'finished') return stageOutputs(lifecycle, held, progress)
    if (lifecycle.now() >= deadline)
      return lifecycle.move(held, failed(lifecycle, 'timeout', 'maybe', undefined, submittedAt))
    await lifecycle.sleep(pollEveryMs(lifecycle.now() - submittedAt), signal)
  }
}

/**
 * The pages ask for one poll each one to two seconds; long waits are polled less often. The first seconds are a little
 * denser, because quick models end there and our answer must not come later than that of a page that asks the provider
 * itself. Jittered by a tenth.
 */
function pollEveryMs(age: number): number {
  const every = age < 20_000 ? 750 : age < 60_000 ? 1000 : age < 300_000 ? 2000 : 5000
  return every * (0.9 + Math.random() * 0.1)
}
