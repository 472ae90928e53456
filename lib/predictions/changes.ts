import 'server-only'
import { EventEmitter } from 'node:events'

/** Tells those who wait in this process that a prediction changed; other processes are seen by asking the database. */
export interface Changes {
  announce(predictionId: string): void
  /**
   * Resolves with true at the next change of one of them, with false after `ms` milliseconds or when `signal` fires.
   * Never rejects.
   */
  next(predictionIds: readonly string[], ms: number, signal?: AbortSignal): Promise<boolean>
}

export function createChanges(): Changes {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    announce: (id) => void emitter.emit(id),
    next: (ids, ms, signal) =>
      new Promise((resolve) => {
        const end = (changed: boolean) => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', over)
          for (const id of ids) emitter.off(id, heard)
          resolve(changed)
        }
        const heard = () => end(true)
        const over = () => end(false)
        const timer = setTimeout(over, ms)
        signal?.addEventListener('abort', over)
        for (const id of ids) emitter.on(id, heard)
        if (signal?.aborted) over()
      }),
  }
}
