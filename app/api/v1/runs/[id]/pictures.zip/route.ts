import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { zipRun } from '@/lib/api/zip-run'
import { runTitle } from '@/lib/models/batch'
import { slugOf } from '@/lib/models/download-name'
import { pictureUsesOfRun } from '@/lib/predictions/pictures-of-run'
import { runManifest } from '@/lib/predictions/run-manifest'
import { viewRun } from '@/lib/predictions/view'

/** All pictures of a run at full size, what it was given, and a manifest. */
export const GET = apiRoute<{ id: string }>(async (_request, { store, library, log }, { id }) => {
  const found = await store.getRun(id)
  if (!found) throw notFound('run')
  const given = pictureUsesOfRun(found.run).map(async (use) => ({ use, asset: await library.get(use.id) }))
  const manifest = runManifest(viewRun(found.run, found.predictions, ''), await Promise.all(given))
  const day = manifest.run.createdAt.slice(0, 10)
  const name = ['diptych', day, slugOf(runTitle(found.run))].filter(Boolean).join('-')
  return new Response(zipRun(library, manifest, log), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}.zip"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
})
