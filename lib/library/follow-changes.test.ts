import { afterEach, expect, it } from 'vitest'
import { openDatabase, type DatabaseClient } from '@/lib/db/client'
import { createLibraryStore } from '@/lib/db/library-store'
import { createPredictionStore } from '@/lib/db/prediction-store'
import { aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { followChanges } from './follow-changes'

let client: DatabaseClient
afterEach(() => client.close())

async function opened() {
  client = await openDatabase({ folder: await temporaryFolder() })
  const library = createLibraryStore(client.db)
  const complaints: unknown[] = []
  const followed = followChanges(createPredictionStore(client), library, (...said) => complaints.push(said))
  return { library, followed, complaints, store: followed.store }
}

it('makes the entries of runs that earlier versions made', async () => {
  const { library, followed, store } = await opened()
  const runs = Array.from({ length: 60 }, () => aRun())
  for (const run of runs)
    await store.createRun(run, [aPrediction({ runId: run.id, status: aState('failed') })])
  await client.db.deleteFrom('library_runs').execute()
  expect(await library.list({ sort: 'newest' }, { limit: 100 })).toEqual([])
  await followed.catchUp()
  expect(await library.list({ sort: 'newest', state: 'failed' }, { limit: 100 })).toHaveLength(60)
})

it('follows a change at the latest when it closes, and marks of a run once for many', async () => {
  const { library, followed, store, complaints } = await opened()
  const run = aRun()
  const cells = Array.from({ length: 8 }, (_, position) =>
    aPrediction({ runId: run.id, position, status: aState('succeeded') }),
  )
  await store.createRun(run, cells)
  await Promise.all(cells.map(({ id }) => store.mark(id, 'star', 2_000)))
  expect(await library.outdated(10)).toEqual([run.id])
  await followed.close()
  expect(await library.outdated(10)).toEqual([])
  expect(await library.getMany([run.id])).toMatchObject([{ starred: true, succeeded: 8 }])
  expect(complaints).toEqual([])
})
