import 'server-only'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { projectFile } from '@/lib/project-file'
import type { ThreadAnswer, ThreadMessage } from './answer-jobs'

/** A thread of its own for work that would keep the server from answering. */
export interface WorkThread<I, O> {
  /**
   * Does one job; several wait for each other in the order in which they came. An aborted job is ended at once, with
   * the thread it ran in: the next job starts another.
   */
  run(input: I, signal?: AbortSignal): Promise<O>
  /** Jobs waiting or being done. */
  pending(): number
  close(): Promise<void>
}

/** A thread that has had nothing to do for this long is ended, and gives its memory back. */
const idleMs = 60_000

/**
 * What the thread runs first: from then on it can load our TypeScript, with its "@/" imports. As text, because a bundler
 * must not look into it.
 */
const boot = `
  const { workerData } = require('node:worker_threads')
  import('tsx/esm/api').then(({ register }) => (register(), import(workerData.entry)))
`

interface Job<I, O> {
  input: I
  resolve(output: O): void
  reject(error: unknown): void
}

/**
 * A thread that runs `entry`, a file below the project's folder that calls `answerJobs`. It starts with its first job,
 * so a server that never needs it pays nothing; starting takes about 0.3 s.
 */
export function createWorkThread<I, O>(entry: string): WorkThread<I, O> {
  const waiting: Job<I, O>[] = []
  let worker: Worker | undefined
  let current: Job<I, O> | undefined
  let idle: NodeJS.Timeout | undefined
  let number = 0

  function start(): Worker {
    const started = new Worker(boot, {
      eval: true,
      workerData: { entry: pathToFileURL(projectFile(entry)).href },
      // The condition as in the server, so that "server-only" is nothing to stumble over.
      execArgv: [
        '--conditions=react-server',
        '--require',
        projectFile('lib/threads/work-thread-gives-way.cjs'),
      ],
    })
    started.on('message', (answer: ThreadAnswer<O>) => {
      if (worker !== started || answer.job !== number) return
      if ('error' in answer) finish((job) => job.reject(answer.error))
      else finish((job) => job.resolve(answer.output))
    })
    started.on('error', (error) => {
      if (worker === started) broken(error)
    })
    started.on('exit', () => {
      if (worker === started) broken(new Error('The work thread ended without an answer.'))
    })
    // It keeps nobody waiting: a server that stops need not wait for an idle thread.
    started.unref()
    return started
  }

  function broken(error: unknown): void {
    worker = undefined
    finish((job) => job.reject(error))
  }

  function finish(settle: (job: Job<I, O>) => void): void {
    const job = current
    current = undefined
    if (job) settle(job)
    next()
  }

  function next(): void {
    if (current) return
    current = waiting.shift()
    clearTimeout(idle)
    if (!current) {
      worker?.unref()
      idle = setTimeout(() => void end(), idleMs)
      idle.unref()
      return
    }
    worker ??= start()
    number += 1
    worker.ref()
    worker.postMessage({ job: number, input: current.input } satisfies ThreadMessage<I>)
  }

  async function end(): Promise<void> {
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }

  function abandon(job: Job<I, O>, reason: unknown): void {
    job.reject(reason)
    const place = waiting.indexOf(job)
    if (place >= 0) {
      waiting.splice(place, 1)
      return
    }
    if (current !== job) return
    current = undefined
    void end()
    next()
  }

  return {
    run(input, signal) {
      return new Promise<O>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error)
        const onAbort = () => abandon(job, signal?.reason)
        const settled = () => signal?.removeEventListener('abort', onAbort)
        const job: Job<I, O> = {
          input,
          resolve: (output) => (settled(), resolve(output)),
          reject: (error) => (settled(), reject(error as Error)),
        }
        signal?.addEventListener('abort', onAbort, { once: true })
        waiting.push(job)
        next()
      })
    },
    pending: () => waiting.length + (current ? 1 : 0),
    async close() {
      clearTimeout(idle)
      for (const job of [...waiting.splice(0)]) job.reject(new Error('The server is stopping.'))
      const job = current
      current = undefined
      job?.reject(new Error('The server is stopping.'))
      await end()
    },
  }
}
