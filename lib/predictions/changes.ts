import 'server-only'
import { EventEmitter } from 'node:events'

/** Tells those who wait in this process that a prediction changed; other processes are seen by asking the database. */
export interface Changes {
  announce(predictionId: string): void
  /** Resolves at the next change of one of them, after `ms` milliseconds, or when `signal` fires. Never rejects. */
  next(predictionIds: readonly string[], ms: number, signal?: AbortSignal): Promise<void>
}

export function createChanges(): Changes {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    announce: (id) => void emitter.emit(id),
    next: (ids, ms, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', done)
          for (const id of ids) emitter.off(id, done)
          resolve()
        }
        const timer = setTimeout(done, ms)
        signal?.addEventListener('abort', done)
        for (const id of ids) emitter.on(id, done)
        if (signal?.aborted) done()
      }),
  }
}
