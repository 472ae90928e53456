import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { describePredictionStore } from '@/lib/predictions/describe-prediction-store'
import { createPostgresDatabase, type PostgresDatabase } from '@/lib/testing/postgres-database'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { openDatabase, type DatabaseClient } from './client'
import { migrations } from './migrations'
import { createPredictionStore } from './prediction-store'

/** Asked for by the tests that need it, so that where there is no PostgreSQL they fail and the others do not. */
let made: Promise<PostgresDatabase> | undefined
const postgres = () => (made ??= createPostgresDatabase())
afterAll(() => made?.then((database) => database.drop()).catch(() => {}))

const open = new Set<DatabaseClient>()
afterEach(async () => {
  for (const client of open) await client.close()
  open.clear()
})
async function opened(opening: Promise<DatabaseClient>): Promise<DatabaseClient> {
  const client = await opening
  open.add(client)
  return client
}
const openSqlite = async (folder?: string) =>
  opened(openDatabase({ folder: folder ?? (await temporaryFolder()) }))
const openPostgres = async (url?: string) =>
  opened(openDatabase({ folder: '/nowhere', databaseUrl: url ?? (await postgres()).url }))

describePredictionStore('SQLite', async () => createPredictionStore(await openSqlite()))

describePredictionStore('PostgreSQL', async () => {
  const client = await openPostgres()
  await client.db.deleteFrom('runs').execute()
  return createPredictionStore(client)
})

describe('migrations', () => {
  it('make the same tables on both engines', async () => {
    const [sqlite, postgresClient] = [await openSqlite(), await openPostgres()]
    const columns = await columnsOf(sqlite)
    expect(columns).toEqual(await columnsOf(postgresClient))
    expect([...new Set(columns.map((column) => column.split('.')[0]))]).toEqual([
      'assets',
      'charges',
      'collection_runs',
      'collections',
      'library_runs',
      'predictions',
      'prepared_pictures',
      'presets',
      'run_pictures',
      'runs',
      'sessions',
      'settings',
      'share_votes',
      'shares',
      'tokens',
      'votes',
    ])
  })

  it('run once on SQLite, opened again and by several at the same time', async () => {
    const folder = await temporaryFolder()
    const clients = await Promise.all([1, 2, 3].map(() => openSqlite(folder)))
    await openSqlite(folder)
    expect(await appliedMigrations(clients[0]!)).toEqual(Object.keys(migrations))
  })

  it('run once on PostgreSQL, opened again and by several at the same time', async () => {
    const fresh = await createPostgresDatabase()
    const clients = await Promise.all([1, 2, 3, 4].map(() => openPostgres(fresh.url)))
    await openPostgres(fresh.url)
    expect(await appliedMigrations(clients[0]!)).toEqual(Object.keys(migrations))
    await fresh.drop()
  })
})

/** `table.column type null?`, sorted; without the migrator's own tables. */
async function columnsOf({ db }: DatabaseClient): Promise<string[]> {
  const tables = await db.introspection.getTables()
  return tables
    .flatMap(({ name, columns }) =>
      columns.map(
        (column) =>
          `${name}.${column.name} ${portableType(column.dataType)}${column.isNullable ? '' : ' not null'}`,
      ),
    )
    .sort()
}

/** The two engines' names of the four types we use. */
function portableType(name: string): string {
  const names: Record<string, string> = { int4: 'integer', int8: 'bigint', float8: 'double precision' }
  return (names[name] ?? name).toLowerCase()
}

async function appliedMigrations({ db }: DatabaseClient): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
