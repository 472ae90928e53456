import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { describeLibraryStore } from '@/lib/library/describe-library-store'
import { libraryEntry } from '@/lib/library/library-entry'
import { librarySorts, readLibraryQuery, type LibraryQuery } from '@/lib/library/library-query'
import type { LibraryStore } from '@/lib/library/library-store'
import { aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { createPostgresDatabase, type PostgresDatabase } from '@/lib/testing/postgres-database'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { createAssetRecords } from './asset-records'
import { openDatabase, type DatabaseClient } from './client'
import { keepLibraryEntries } from './keep-library-entries'
import { after, findRuns, inOrder } from './library-find'
import { createLibraryStore } from './library-store'
import { createPictureOrigins } from './picture-origins'
import { createPredictionStore } from './prediction-store'

let made: Promise<PostgresDatabase> | undefined
const postgres = () => (made ??= createPostgresDatabase())
afterAll(() => made?.then((database) => database.drop()).catch(() => {}))

let client: DatabaseClient | undefined
afterEach(() => client?.close())

async function openSqlite(): Promise<DatabaseClient> {
  return (client = await openDatabase({ folder: await temporaryFolder() }))
}
async function openPostgres(): Promise<DatabaseClient> {
  client = await openDatabase({ folder: '/nowhere', databaseUrl: (await postgres()).url })
  for (const table of ['runs', 'collections', 'assets', 'prepared_pictures'] as const)
    await client.db.deleteFrom(table).execute()
  return client
}
const partsOf = (opened: DatabaseClient) => ({
  library: createLibraryStore(opened.db),
  store: createPredictionStore(opened),
  records: createAssetRecords(opened.db),
  origins: createPictureOrigins(opened.db),
})

describeLibraryStore('SQLite', async () => partsOf(await openSqlite()))
describeLibraryStore('PostgreSQL', async () => partsOf(await openPostgres()))

const count = 10_000

/** Ten thousand runs, many of the same moment and cost. */
async function fill({ db }: DatabaseClient): Promise<void> {
  const prompts = ['Make it night', 'Make it day', 'Add snow', 'Remove the car', 'A red door']
  await db.transaction().execute(async (transaction) => {
    for (let first = 0; first < count; first += 500) {
      const found = Array.from({ length: 500 }, (_, offset) => {
        const index = first + offset
        const run = aRun({
          id: `run-${String((index * 7919) % count).padStart(5, '0')}`,
          createdAt: 1_000 + Math.floor(index / 3),
          input: { prompt: `${prompts[index % 5]} ${index}`, images: [] },
        })
        const status = aState(index % 50 === 0 ? 'failed' : 'succeeded')
        return { run, predictions: [aPrediction({ runId: run.id, priceCents: index % 7, status })] }
      })
      await transaction
        .insertInto('runs')
        .values(
          found.map(({ run }) => ({
            id: run.id,
            input: '{}',
            choices: '[]',
            axes: null,
            idempotency_key: null,
            request_fingerprint: null,
            created_at: run.createdAt,
          })),
        )
        .execute()
      await keepLibraryEntries(transaction, found.map(libraryEntry))
    }
  })
}

async function readAll(library: LibraryStore, query: LibraryQuery): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: Parameters<LibraryStore['list']>[1]['after']; ;) {
    const page = await library.list(query, { limit: 200, after: cursor })
    ids.push(...page.map(({ id }) => id))
    const last = page.at(-1)
    if (!last) return ids
    cursor = { costCents: last.costCents, createdAt: last.createdAt, id: last.id }
  }
}

describe.each([
  ['SQLite', openSqlite],
  ['PostgreSQL', openPostgres],
])('ten thousand runs on %s', (engine, open) => {
  it('are paged in every order, each once, from an index', { timeout: 120_000 }, async () => {
    const opened = await open()
    await fill(opened)
    const library = createLibraryStore(opened.db)
    for (const sort of librarySorts) {
      const ids = await readAll(library, { sort })
      expect(ids).toHaveLength(count)
      expect(new Set(ids).size).toBe(count)
      // By position, as by a scrollbar that is dragged, the same.
      const jumped = await library.list({ sort }, { limit: 50, offset: 7_300 })
      expect(jumped.map(({ id }) => id)).toEqual(ids.slice(7_300, 7_350))
      await expectIndex(opened, engine, sort)
    }
    const filtered = readLibraryQuery({ q: 'night', state: 'succeeded', min: '3', sort: 'dearest' })
    const ids = await readAll(library, filtered)
    expect(ids).toEqual(await library.ids(filtered, Date.now()))
    expect(ids).toHaveLength(await library.count(filtered, { asOf: Date.now() }))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(500)
  })
})

/** The plan says it, where a time would depend on the machine. */
async function expectIndex({ db }: DatabaseClient, engine: string, sort: LibraryQuery['sort']) {
  if (engine === 'PostgreSQL') await sql`analyze library_runs`.execute(db)
  const cursor = { costCents: 3, createdAt: 2_000, id: 'run-05000' }
  const page = after(inOrder(findRuns(db, { sort }), sort), sort, cursor)
    .select('library_runs.run_id')
    .limit(60)
  const plan = JSON.stringify(
    await (engine === 'SQLite' ? page.explain(undefined, sql`query plan`) : page.explain()),
  )
  expect(plan).toContain(
    sort === 'dearest' || sort === 'cheapest' ? 'library_runs_by_cost' : 'library_runs_by_time',
  )
  expect(plan).not.toMatch(/temp b-tree|"?(?<!Incremental )Sort Key/i)
}
