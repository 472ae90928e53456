import 'server-only'
import type { Diptych } from '@/lib/compose'
import { runTitle } from '@/lib/models/batch'
import { archiveName, manifestOf } from './manifest-of'
import { runEntries, zipStream, type ZipEntry } from './zip-run'

/** What an archive of several runs says of itself; each run's own manifest lies in its folder. */
export interface RunsManifest {
  format: 'diptych-runs'
  version: 1
  runs: {
    id: string
    folder: string | null
    createdAt: string | null
    title: string | null
    problem: string | null
  }[]
}

/**
 * Runs as one ZIP archive, a folder for each, streamed: a run is looked up when its turn comes. What can't be had of one
 * is said in the manifest at the end, and keeps nothing back of the others.
 */
export function zipRuns(
  { store, library, log }: Pick<Diptych, 'store' | 'library' | 'log'>,
  runIds: readonly string[],
): ReadableStream<Uint8Array> {
  return zipStream((gone) => entries(gone))

  async function* entries(gone: AbortSignal): AsyncGenerator<ZipEntry> {
    const manifest: RunsManifest = { format: 'diptych-runs', version: 1, runs: [] }
    for (const id of new Set(runIds)) {
      if (gone.aborted) return
      const found = await store.getRun(id).catch((error: unknown) => {
        log('a run could not be read for an archive', error)
        return undefined
      })
      if (!found) {
        const problem = 'It is no longer there.'
        manifest.runs.push({ id, folder: null, createdAt: null, title: null, problem })
        continue
      }
      // The id tells runs of one day and instruction apart.
      const folder = `${archiveName(found.run)}-${id.slice(0, 8)}`
      const createdAt = new Date(found.run.createdAt).toISOString()
      manifest.runs.push({ id, folder, createdAt, title: runTitle(found.run) ?? null, problem: null })
      yield* runEntries(library, await manifestOf(library, found), log, gone, `${folder}/`)
    }
    const input = `${JSON.stringify(manifest, null, 2)}\n`
    yield { name: 'manifest.json', lastModified: new Date(), input }
  }
}
