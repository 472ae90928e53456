import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { archiveName, manifestOf } from '@/lib/api/manifest-of'
import { zipHeaders } from '@/lib/api/zip-headers'
import { zipRun } from '@/lib/api/zip-run'

/** All pictures of a run at full size, what it was given, and a manifest. */
export const GET = apiRoute<{ id: string }>(async (_request, { store, library, log }, { id }) => {
  const found = await store.getRun(id)
  if (!found) throw notFound('run')
  const manifest = await manifestOf(library, found)
  return new Response(zipRun(library, manifest, log), {
    headers: zipHeaders(`diptych-${archiveName(found.run)}`),
  })
})
