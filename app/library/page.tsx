import type { Metadata } from 'next'
import { Library } from '@/components/library/library'
import { readPlaces } from '@/lib/api/collections'
import { listRuns } from '@/lib/api/list-runs'
import { diptych } from '@/lib/diptych'
import { readLibraryQuery } from '@/lib/library/library-query'

export const metadata: Metadata = { title: 'Library' }

/** All runs; what is shown of them stands in the address. The first page comes with the document. */
export default async function LibraryPage({ searchParams }: PageProps<'/library'>) {
  const query = readLibraryQuery(await searchParams)
  const server = await diptych()
  const [firstPage, places, models] = await Promise.all([
    listRuns(server, query),
    readPlaces(server),
    server.runLibrary.usedModels(),
  ])
  return <Library query={query} firstPage={firstPage} places={places} models={models} />
}
