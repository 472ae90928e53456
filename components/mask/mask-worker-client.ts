import type { MaskJobs } from './mask-jobs'

export interface JobRequest {
  id: number
  name: string
  args: unknown[]
}

export interface JobAnswer {
  id: number
  result?: unknown
  /** A sentence for the person. */
  error?: string
}

/** The jobs of `mask-jobs.ts`, done by a thread of their own. A job fails with an Error made for the person. */
export function startMaskWorker(): { jobs: MaskJobs; end(): void } {
  const worker = new Worker(new URL('./mask-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  let last = 0

  worker.onmessage = ({ data }: MessageEvent<JobAnswer>) => {
    const job = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.error === undefined) job?.resolve(data.result)
    else job?.reject(new Error(data.error))
  }
  // Its code did not arrive, or it ran out of memory: no answer will come any more.
  worker.onerror = () => {
    for (const { reject } of waiting.values())
      reject(
        new Error('This could not be done in the background. Save the mask, reload the page and try again.'),
      )
    waiting.clear()
  }

  const call =
    (name: string) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject })
        worker.postMessage({ id: last, name, args } satisfies JobRequest)
      })
  const names: Record<keyof MaskJobs, true> = {
    feather: true,
    grow: true,
    stretch: true,
    encode: true,
    fill: true,
    alpha: true,
    read: true,
  }
  const jobs = Object.fromEntries(Object.keys(names).map((name) => [name, call(name)])) as unknown as MaskJobs
  return { jobs, end: () => worker.terminate() }
}
