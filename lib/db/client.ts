import 'server-only'
import fs from 'node:fs/promises'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, Migrator, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { waitForLockFile } from './lock-file'
import { migrations } from './migrations'
import type { Database } from './schema'

export interface DatabaseClient {
  db: Kysely<Database>
  engine: 'sqlite' | 'postgres'
  close(): Promise<void>
}

interface DatabaseOptions {
  folder: string
  databaseUrl?: string
}

/**
 * Opens the embedded database in `folder` (made if it is not there), or PostgreSQL, and brings its tables up to date.
 * Throws an Error with a sentence for the person if it can't.
 */
export async function openDatabase(options: DatabaseOptions): Promise<DatabaseClient> {
  try {
    return await openUpToDate(options)
  } catch (cause) {
    // The address may hold a password: it is not repeated.
    const place = options.databaseUrl ? 'at DATABASE_URL' : `in ${options.folder} (DATA_DIR)`
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The database ${place} can’t be opened: ${reason}.`, { cause })
  }
}

async function openUpToDate(options: DatabaseOptions): Promise<DatabaseClient> {
  const client = options.databaseUrl ? openPostgres(options.databaseUrl) : await openSqlite(options.folder)
  try {
    await migrate(client, options.folder)
  } catch (error) {
    await client.close()
    throw error
  }
  return client
}

async function openSqlite(folder: string): Promise<DatabaseClient> {
  // Others on this machine have no business with the pictures.
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const database = new SqliteDatabase(path.join(folder, 'diptych.db'))
  // The wait for another process's write comes first: switching to WAL may already need it.
  database.pragma('busy_timeout = 5000')
  database.pragma('journal_mode = WAL')
  // FULL: a row whose insert returned must be there after a power cut; it may stand for money.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database }) })
  return { db, engine: 'sqlite', close: () => db.destroy() }
}

const int8 = 20

function openPostgres(connectionString: string): DatabaseClient {
  const pool = new pg.Pool({
    connectionString,
    types: {
      // bigint holds epoch milliseconds and byte counts, all far below 2^53.
      getTypeParser: (id, format) => (id === int8 ? Number : pg.types.getTypeParser(id, format as 'text')),
    },
  })
  // Without a listener an idle connection that the server closes would end the process; the next query reconnects.
  pool.on('error', () => {})
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, engine: 'postgres', close: () => db.destroy() }
}

async function migrate({ db, engine }: DatabaseClient, folder: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  // On PostgreSQL the migrator holds an advisory lock itself; on SQLite a file stands in for it.
  const unlock = engine === 'sqlite' ? await lockMigration(folder) : () => {}
  try {
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  } finally {
    unlock()
  }
}

async function lockMigration(folder: string): Promise<() => void> {
  const unlock = await waitForLockFile(path.join(folder, 'migration.lock'), 50, AbortSignal.timeout(30_000))
  if (unlock) return unlock
  throw new Error(
    `Another process has been updating the database in ${folder} for 30 seconds. Stop it and start again.`,
  )
}
