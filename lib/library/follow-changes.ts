import 'server-only'
import type { Prediction } from '@/lib/predictions/prediction'
import type { PredictionStore } from '@/lib/predictions/prediction-store'
import { libraryEntry } from './library-entry'
import type { LibraryStore } from './library-store'

/** A board of many cells changes many times in a second: one look at it serves all. */
const pauseMs = 200
const atOnce = 50

export interface FollowedStore {
  /** The same store, whose changes the library follows. */
  store: PredictionStore
  /** Makes the entries that are missing or behind: of earlier versions' runs, and after a crash. */
  catchUp(signal?: AbortSignal): Promise<void>
  /** Waits for what is still to be followed. */
  close(): Promise<void>
}

/** Keeps the library's entries up with the predictions, a moment later. A run's first entry is made with the run. */
export function followChanges(
  store: PredictionStore,
  library: Pick<LibraryStore, 'keep' | 'outdated'>,
  log: (message: string, error?: unknown) => void,
): FollowedStore {
  const waiting = new Map<string, NodeJS.Timeout>()
  const working = new Set<Promise<void>>()

  async function refresh(runId: string): Promise<void> {
    const found = await store.getRun(runId)
    if (found) await library.keep(libraryEntry(found))
  }

  function refreshNow(runId: string): void {
    waiting.delete(runId)
    const work = refresh(runId)
      .catch((error: unknown) =>
        log('the library could not follow a change; it will at the next start', error),
      )
      .finally(() => working.delete(work))
    working.add(work)
  }

  function follow(changed: Prediction | undefined): Prediction | undefined {
    if (changed && !waiting.has(changed.runId))
      waiting.set(changed.runId, setTimeout(refreshNow, pauseMs, changed.runId))
    return changed
  }

  return {
    store: {
      ...store,
      move: async (...change) => follow(await store.move(...change)),
      mark: async (...change) => follow(await store.mark(...change)),
      async addAttempt(prediction) {
        const stored = await store.addAttempt(prediction)
        follow(stored)
        return stored
      },
    },
    async catchUp(signal) {
      while (!signal?.aborted) {
        const ids = await library.outdated(atOnce)
        for (const id of ids) await refresh(id)
        if (ids.length < atOnce) return
      }
    },
    async close() {
      for (const [runId, timer] of waiting) {
        clearTimeout(timer)
        refreshNow(runId)
      }
      await Promise.all(working)
    },
  }
}
