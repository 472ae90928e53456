import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { createAssetLibrary } from '@/lib/assets/asset-library'
import { createDiskBlobStore } from '@/lib/assets/disk-blob-store'
import { quartersPicture } from '@/lib/assets/quarters-picture'
import { createAssetRecords } from '@/lib/db/asset-records'
import { openDatabase } from '@/lib/db/client'
import { createLedgerStore } from '@/lib/db/ledger-store'
import { createPredictionStore } from '@/lib/db/prediction-store'
import { aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { createPostgresDatabase, type PostgresDatabase } from '@/lib/testing/postgres-database'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { backUp } from './back-up'
import { restore } from './restore'
import { tableNames } from './tables'

let made: Promise<PostgresDatabase>[] = []
afterAll(async () => {
  for (const database of made) await (await database).drop()
  made = []
})

async function place(engine: 'SQLite' | 'PostgreSQL') {
  const folder = await temporaryFolder()
  const postgres = engine === 'PostgreSQL' ? createPostgresDatabase() : undefined
  if (postgres) made.push(postgres)
  const database = await openDatabase({ folder, databaseUrl: (await postgres)?.url })
  onTestFinished(() => database.close())
  const blobs = createDiskBlobStore(path.join(folder, 'assets'))
  const library = createAssetLibrary({ blobs, records: createAssetRecords(database.db), now: Date.now })
  return { database, blobs, library, store: createPredictionStore(database), folder }
}

/** A picture, and a run in which something is done, something waits and something is on its way. */
async function filled(engine: 'SQLite' | 'PostgreSQL') {
  const here = await place(engine)
  const asset = await here.library.addOutput(await quartersPicture().png().toBuffer())
  const run = aRun()
  const done = { ...aState('succeeded'), outputs: [asset] }
  const predictions = [done, aState('queued'), aState('submitting'), aState('running')].map(
    (status, position) => aPrediction({ runId: run.id, position, status }),
  )
  await here.store.createRun(run, predictions)
  await createLedgerStore(here.database).setBudgets({ perDay: 500 })
  return { ...here, asset, run, predictions }
}

describe.each([
  ['SQLite', 'SQLite'],
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
] as const)('from %s to an empty %s', (from, to) => {
  it('everything is there again, and nothing is sent a second time', async () => {
    const [here, there, folder] = [await filled(from), await place(to), await temporaryFolder()]
    const { manifest, copied, missing } = await backUp(here.database, here.blobs, folder)
    expect(missing).toEqual([])
    expect(copied).toBe(1)
    expect(manifest.rows).toMatchObject({ runs: 1, predictions: 4, assets: 1 })

    await restore(there.database, there.blobs, folder)
    const found = await there.store.getRun(here.run.id)
    expect(found?.run).toEqual(here.run)
    const original = (await here.store.getRun(here.run.id))!.predictions
    expect(found?.predictions[0]).toEqual(original[0])
    expect(found?.predictions.map(({ status }) => status.state)).toEqual([
      'succeeded',
      'canceled',
      'unconfirmed',
      'running',
    ])
    expect(await there.library.read(here.asset.id)).toEqual(await here.library.read(here.asset.id))
    expect(await createLedgerStore(there.database).budgets()).toEqual({ perDay: 500 })
  })
})

it('names every table of the database', async () => {
  const { database } = await place('SQLite')
  const tables = await database.db.introspection.getTables()
  expect([...tableNames, 'sessions'].sort()).toEqual(tables.map(({ name }) => name).sort())
})

it('a second backup into the folder copies only what is new; a picture that is gone is named', async () => {
  const [here, folder] = [await filled('SQLite'), await temporaryFolder()]
  await backUp(here.database, here.blobs, folder)
  expect(await backUp(here.database, here.blobs, folder)).toMatchObject({ copied: 0, missing: [] })
  const another = await temporaryFolder()
  await rm(path.join(here.folder, 'assets'), { recursive: true })
  expect(await backUp(here.database, here.blobs, another)).toMatchObject({ missing: [here.asset.id] })
})

describe('what is no backup, or no empty place, is refused', () => {
  it('a place with runs', async () => {
    const [here, folder] = [await filled('SQLite'), await temporaryFolder()]
    await backUp(here.database, here.blobs, folder)
    await expect(restore(here.database, here.blobs, folder)).rejects.toThrow(/empty place only/)
  })

  it('a folder whose backup was not finished, or is of another version', async () => {
    const [here, there, folder] = [await filled('SQLite'), await place('SQLite'), await temporaryFolder()]
    await expect(restore(there.database, there.blobs, folder)).rejects.toThrow(/no whole backup/)
    const { manifest } = await backUp(here.database, here.blobs, folder)
    await writeFile(
      path.join(folder, 'backup.json'),
      JSON.stringify({ ...manifest, migration: '0001-first-tables' }),
    )
    await expect(restore(there.database, there.blobs, folder)).rejects.toThrow(/another version/)
    expect(await readdir(there.folder)).not.toContain('assets')
  })
})
