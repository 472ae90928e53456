import 'server-only'
import type { Diptych } from '@/lib/compose'
import { readLineage, type LineageNode } from '@/lib/library/lineage'
import { pictureUsesOfRun } from '@/lib/predictions/pictures-of-run'

/** The versions around a run; see `readLineage`. */
export function lineageOf(
  { runLibrary, store }: Pick<Diptych, 'runLibrary' | 'store'>,
  runId: string,
): Promise<LineageNode[]> {
  async function firstPictureOf(id: string): Promise<string | undefined> {
    const found = await store.getRun(id)
    return found && pictureUsesOfRun(found.run).find(({ use }) => use === 'image')?.id
  }
  return readLineage(runLibrary, firstPictureOf, runId)
}
