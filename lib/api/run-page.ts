import 'server-only'
import type { Asset } from '@/lib/assets/asset'
import type { Diptych } from '@/lib/compose'
import { picturesOfRun } from '@/lib/predictions/pictures-of-run'
import { viewRun, type RunView } from '@/lib/predictions/view'

export interface RunPageData {
  run: RunView
  /** Every stored picture the run's input names. */
  pictures: Asset[]
  /** Epoch milliseconds. */
  serverNow: number
}

/** All that a run's page shows at first; undefined if there is no such run. */
export async function readRunPage(
  { store, library, standing }: Diptych,
  id: string,
  origin: string,
): Promise<RunPageData | undefined> {
  const found = await store.getRun(id)
  if (!found) return undefined
  const pictures = await Promise.all(picturesOfRun(found.run).map((assetId) => library.get(assetId)))
  return {
    run: viewRun(found.run, found.predictions, origin, standing),
    pictures: pictures.filter((picture) => picture !== undefined),
    serverNow: Date.now(),
  }
}
