import 'server-only'
import type { AssetLibrary } from '@/lib/assets/asset-library'
import { runTitle } from '@/lib/models/batch'
import { slugOf } from '@/lib/models/download-name'
import { pictureUsesOfRun } from '@/lib/predictions/pictures-of-run'
import type { RunWithPredictions } from '@/lib/predictions/prediction-store'
import type { Run } from '@/lib/predictions/run'
import { runManifest, type RunManifest } from '@/lib/predictions/run-manifest'
import { viewRun } from '@/lib/predictions/view'

/** What an archive of a stored run says of itself. */
export async function manifestOf(
  library: Pick<AssetLibrary, 'get'>,
  { run, predictions }: RunWithPredictions,
): Promise<RunManifest> {
  const given = pictureUsesOfRun(run).map(async (use) => ({ use, asset: await library.get(use.id) }))
  return runManifest(viewRun(run, predictions, ''), await Promise.all(given))
}

/** "2026-11-21-make-it-night" */
export function archiveName(run: Pick<Run, 'createdAt' | 'input' | 'axes'>): string {
  const day = new Date(run.createdAt).toISOString().slice(0, 10)
  return [day, slugOf(runTitle(run))].filter(Boolean).join('-')
}
