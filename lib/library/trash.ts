import 'server-only'
import type { LibraryStore, Purged } from './library-store'
import { trashDays } from './trash-days'

const dayMs = 24 * 60 * 60 * 1000

export interface TrashParts {
  library: Pick<LibraryStore, 'purge'>
  /** Makes the library know every picture that is in use; see `followChanges`. */
  catchUp(): Promise<void>
  removePictures(assetIds: string[]): Promise<void>
  now(): number
}

export interface Trash {
  /** Removes what is in the trash for good, all of it or only these runs. Runs still in progress stay there. */
  empty(runIds?: readonly string[]): Promise<Purged>
  /** Removes what has been there for longer than `trashDays`. */
  expire(): Promise<Purged>
}

export function createTrash({ library, catchUp, removePictures, now }: TrashParts): Trash {
  async function purge(which: Parameters<LibraryStore['purge']>[0]): Promise<Purged> {
    // A run without an entry would not be known to use its pictures.
    await catchUp()
    const purged = await library.purge(which)
    await removePictures(purged.assetIds)
    return purged
  }
  return {
    empty: (runIds) => purge({ runIds, until: now() }),
    expire: () => purge({ until: now() - trashDays * dayMs }),
  }
}
