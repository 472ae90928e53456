import type { Progress, Provider, RemoteJob } from '@/lib/providers/provider'
import { ProviderError } from '@/lib/providers/provider-error'

/** What one call does: gives back a value, throws an error, or whatever a function does. */
type Step<T> = T | Error | ((signal: AbortSignal) => Promise<T>)

/** One step per call; the last is repeated. */
interface Script {
  deliver?: Step<string>[]
  submit?: Step<Progress>[]
  poll?: Step<Progress>[]
  fetch?: Step<string>[]
  cancel?: Step<'canceled' | 'too-late'>[]
}

export interface ScriptedProvider extends Provider {
  /** How often each method was called. */
  counts: Record<keyof Script, number>
  /** What `submit` was given. */
  requests: Parameters<Provider['submit']>[0][]
  polled: RemoteJob[]
  fetched: string[]
}

/** A provider in memory that plays a script. Left out: it answers at once and well, and can't cancel. */
export function scriptedProvider(script: Script = {}): ScriptedProvider {
  const counts = { deliver: 0, submit: 0, poll: 0, fetch: 0, cancel: 0 }
  const requests: ScriptedProvider['requests'] = []
  const polled: RemoteJob[] = []
  const fetched: string[] = []

  async function play<T>(name: keyof Script, steps: Step<T>[], signal: AbortSignal): Promise<T> {
    signal.throwIfAborted()
    const step = steps[Math.min(counts[name], steps.length - 1)]
    counts[name] += 1
    if (step instanceof Error) throw step
    return typeof step === 'function' ? (step as (signal: AbortSignal) => Promise<T>)(signal) : (step as T)
  }

  const { cancel } = script
  return {
    counts,
    requests,
    polled,
    fetched,
    deliver: ({ id }, signal) =>
      play('deliver', script.deliver ?? [`https://pictures.example/${id}`], signal),
    submit(request, signal) {
      requests.push(request)
      return play('submit', script.submit ?? [running()], signal)
    },
    poll(job, signal) {
      polled.push(job)
      return play('poll', script.poll ?? [finished('https://remote.example/1.png')], signal)
    },
    async fetch({ url }, signal) {
      fetched.push(url)
      return Buffer.from(await play('fetch', script.fetch ?? ['a picture'], signal))
    },
    ...(cancel && { cancel: (_: RemoteJob, signal: AbortSignal) => play('cancel', cancel, signal) }),
  }
}

export function running(job: Partial<RemoteJob> = {}): Progress {
  return { state: 'running', job: { id: 'remote-1', ...job } }
}

/** Done, with outputs at these URLs. */
export function finished(...urls: string[]): Progress {
  return { state: 'finished', outputs: urls.map((url) => ({ url })) }
}

/** Done, with outputs in the answer itself. */
export function inline(...texts: string[]): Progress {
  return { state: 'finished', outputs: texts.map((text) => ({ bytes: Buffer.from(text) })) }
}

/** An answer that never comes; only an abort ends the wait. */
export function never<T>(signal: AbortSignal): Promise<T> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

/** An answer that comes when the test says so, if nobody has given up by then. */
export function held<T>() {
  let answer: (value: T) => void = () => {}
  const promise = new Promise<T>((resolve) => (answer = resolve))
  return { answer, step: (signal: AbortSignal) => Promise.race([promise, never<T>(signal)]) }
}

type Options = ConstructorParameters<typeof ProviderError>[1]

/** Faults by what they mean; see ProviderError. */
export const faults = {
  refused: (options: Partial<Options> = {}) =>
    new ProviderError('unavailable', { accepted: 'no', transient: true, detail: 'ECONNREFUSED', ...options }),
  rateLimited: (retryAfterMs: number) =>
    new ProviderError('rate-limited', { accepted: 'no', transient: true, retryAfterMs }),
  /** The answer to a submit was lost. */
  lost: () =>
    new ProviderError('unavailable', { accepted: 'unknown', transient: false, detail: 'ECONNRESET' }),
  moderated: () => new ProviderError('moderation', { accepted: 'no', transient: false, detail: 'Flagged.' }),
  /** A fault of a read that may pass. */
  passing: () => new ProviderError('unavailable', { accepted: 'no', transient: true, detail: 'ETIMEDOUT' }),
  expired: () => new ProviderError('expired', { accepted: 'no', transient: false }),
}
