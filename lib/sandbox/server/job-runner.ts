import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { NotUnderstood } from '@/lib/sandbox/engine/engine'
import { at, type FaultName } from './faults'
import { type Failure, type Job, type Order } from './job'
import type { JobStore } from './job-store'
import { loadPicture, UnreadablePicture } from './picture-inputs'
import { renderJob, type Engine, type LoadedInputs } from './render-job'

/** The sentence on the VibeDream pages. */
const moderated = 'Your request was flagged by content moderation. Please modify your prompt.'

const endings: Partial<Record<FaultName, Failure>> = {
  moderated: { kind: 'moderation', message: moderated },
  failed: { kind: 'generation', message: 'The model failed on this request.' },
  'picture-unreadable': {
    kind: 'unreadable-picture',
    message: 'Failed to download image from the provided URL.',
  },
  cancelled: { kind: 'cancelled', message: 'The task was cancelled.' },
  deleted: { kind: 'deleted', message: 'The task was deleted.' },
  timeout: { kind: 'timeout', message: 'Generation exceeded the allowed time limit.' },
}

/** Brings jobs to their end: inputs are fetched side by side, the engine draws for one job at a time. */
export class JobRunner {
  private readonly running = new Map<string, { stop: AbortController; ended: Promise<void> }>()
  private engineFree: Promise<unknown> = Promise.resolve()
  /** The job at work, and those that wait for it in their order. */
  private readonly line: string[] = []
  private closed = false

  constructor(
    private readonly store: JobStore,
    private readonly engine: Engine,
  ) {}

  /** Jobs taken and not ended. */
  get size(): number {
    return this.running.size
  }

  /** @param resumed  the job was taken by an earlier process */
  start(job: Job, resumed = false): void {
    // A request in its last steps while the server closes: its job is stored and goes on at the next start.
    if (this.closed) return
    const stop = new AbortController()
    const ended = this.run(job, stop.signal, resumed)
      .catch((error: unknown) => {
        // Stopped: the stored order stays as it is, for the next process. Else its end could not be stored.
        if (!stop.signal.aborted)
          this.store.note({
            ...orderOf(job),
            state: 'failed',
            failure: failureOf(error),
            endedAt: Date.now(),
          })
      })
      .finally(() => this.running.delete(job.id))
    this.running.set(job.id, { stop, ended })
  }

  /** How many jobs the engine draws before this one; undefined where it is not waiting. */
  ahead(id: string): number | undefined {
    const place = this.line.indexOf(id)
    return place < 0 ? undefined : place
  }

  /** Resolves when the job has ended; also when it was stopped. */
  async ended(id: string): Promise<void> {
    await this.running.get(id)?.ended
  }

  /** Stops a job and forgets it. */
  async abandon(id: string): Promise<void> {
    const entry = this.running.get(id)
    entry?.stop.abort()
    await entry?.ended
    this.store.remove(id)
  }

  /** Stops everything; unfinished jobs stay stored. */
  async close(): Promise<void> {
    this.closed = true
    const entries = [...this.running.values()]
    for (const { stop } of entries) stop.abort()
    await Promise.all(entries.map(({ ended }) => ended))
  }

  private async run(job: Job, signal: AbortSignal, resumed: boolean): Promise<void> {
    if (job.fault?.name === 'stuck') {
      this.store.note({ ...orderOf(job), state: 'processing' })
      await untilAborted(signal)
    }
    const end = await this.work(job, signal, resumed)
    await sleep(Math.max(0, job.readyAt - Date.now()), undefined, { signal })
    this.store.put(end(Date.now()))
  }

  /** The work, and what the job is when it has ended at a given moment. */
  private async work(job: Job, signal: AbortSignal, resumed: boolean): Promise<(endedAt: number) => Job> {
    const failed = (failure: Failure) => (endedAt: number) => ({
      ...orderOf(job),
      state: 'failed' as const,
      failure,
      endedAt,
    })
    const planned = at(job.fault, 'job') && endings[job.fault!.name]
    if (planned) return failed(planned)
    try {
      const inputs = await this.load(job, signal, resumed)
      const { outputs, inferenceMs } = await this.alone(job.id, async () => {
        signal.throwIfAborted()
        this.store.note({ ...orderOf(job), state: 'processing' })
        const from = Date.now()
        const outputs = await renderJob(job, inputs, this.engine, this.store, signal)
        return { outputs, inferenceMs: Date.now() - from }
      })
      return (endedAt) => ({ ...orderOf(job), state: 'completed', outputs, inferenceMs, endedAt })
    } catch (error) {
      if (signal.aborted) throw error
      return failed(failureOf(error))
    }
  }

  private async load(job: Job, signal: AbortSignal, insist: boolean): Promise<LoadedInputs> {
    const load = (source: Job['pictures'][number]) => loadPicture(this.store, job.id, source, signal, insist)
    const [images, mask] = await Promise.all([
      Promise.all(job.pictures.map(load)),
      job.mask ? load(job.mask) : undefined,
    ])
    return { images, mask }
  }

  /** Waits for its turn: two pictures at once would only make both slow. */
  private alone<T>(id: string, task: () => Promise<T>): Promise<T> {
    this.line.push(id)
    const turn = this.engineFree.then(task).finally(() => this.line.splice(this.line.indexOf(id), 1))
    this.engineFree = turn.catch(() => {})
    return turn
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof UnreadablePicture) return { kind: 'unreadable-picture', message: error.message }
  if (error instanceof NotUnderstood) return { kind: 'not-understood', message: error.message }
  const reason = error instanceof Error ? error.message : String(error)
  return { kind: 'generation', message: `The sandbox failed while editing: ${reason}` }
}

function orderOf(job: Job): Order {
  const { id, provider, modelId, createdAt, readyAt, values, pictures, mask, seed, fault } = job
  return { id, provider, modelId, createdAt, readyAt, values, pictures, mask, seed, fault }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}
