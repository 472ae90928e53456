import 'server-only'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Transaction } from 'kysely'
import { pictureKey } from '@/lib/assets/asset-keys'
import type { BlobStore } from '@/lib/assets/blob-store'
import type { DatabaseClient } from '@/lib/db/client'
import { migrations } from '@/lib/db/migrations'
import type { Database } from '@/lib/db/schema'
import type { PredictionState } from '@/lib/predictions/prediction'
import {
  manifestFile,
  manifestSchema,
  picturesFolder,
  tablesFolder,
  type BackupManifest,
} from './backup-manifest'
import { tableNames } from './tables'

/** A sentence for the person who restores. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused'
}

const rowsAtOnce = 200

/**
 * Fills an empty server, of either database, from a folder that `backUp` wrote. Pictures come first: a row that names a
 * picture must find it.
 *
 * What waited to be sent is not sent from here: the server it was taken from may have sent and paid it since. Throws
 * `RestoreRefused`, and changes nothing, where the folder is no backup or the server is not empty.
 */
export async function restore(
  { db }: Pick<DatabaseClient, 'db'>,
  blobs: BlobStore,
  folder: string,
): Promise<BackupManifest> {
  const manifest = await readManifest(folder)
  const { runs } = await db
    .selectFrom('runs')
    .select(({ fn }) => fn.countAll().as('runs'))
    .executeTakeFirstOrThrow()
  if (Number(runs) > 0)
    throw new RestoreRefused(
      'There are runs here already, and a backup is restored into an empty place only. Set DATA_DIR (or DATABASE_URL) to a new one.',
    )
  for (const name of await fs.readdir(path.join(folder, picturesFolder)))
    if (!name.endsWith('.part'))
      await blobs.put(pictureKey(name), await fs.readFile(path.join(folder, picturesFolder, name)))
  await db.transaction().execute(async (transaction) => {
    for (const table of tableNames) await fillTable(transaction, table, folder)
  })
  return manifest
}

async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await fs.readFile(path.join(folder, manifestFile), 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new RestoreRefused(`${folder} holds no whole backup: there is no ${manifestFile} in it.`)
  const manifest = manifestSchema.parse(JSON.parse(text))
  const newest = Object.keys(migrations).sort().at(-1)
  if (manifest.migration !== newest)
    throw new RestoreRefused(
      `This backup was made by another version of Diptych (its tables are at ${manifest.migration}, these at ${newest}). Restore it with that version, and then update.`,
    )
  return manifest
}

async function fillTable(
  transaction: Transaction<Database>,
  table: (typeof tableNames)[number],
  folder: string,
): Promise<void> {
  // What the server made for itself when it was opened gives way to what it remembers.
  await transaction.deleteFrom(table).execute()
  const input = createReadStream(path.join(folder, tablesFolder, `${table}.jsonl`))
  let rows: Record<string, unknown>[] = []
  const flush = async () => {
    if (rows.length > 0)
      await transaction
        .insertInto(table)
        .values(rows as never)
        .execute()
    rows = []
  }
  for await (const line of createInterface({ input })) {
    const row = JSON.parse(line) as Record<string, unknown>
    rows.push(table === 'predictions' ? neverSentTwice(row) : row)
    if (rows.length === rowsAtOnce) await flush()
  }
  await flush()
}

/** The server of the backup may have gone on: nothing paid is sent from a copy of it. */
function neverSentTwice(row: Record<string, unknown>): Record<string, unknown> {
  const status = JSON.parse(String(row.status)) as PredictionState
  const finishedAt = Number(row.updated_at)
  const next: PredictionState | undefined =
    status.state === 'queued'
      ? { state: 'canceled', finishedAt, outcome: 'not-sent' }
      : status.state === 'submitting'
        ? { state: 'unconfirmed', submittedAt: status.submittedAt, finishedAt }
        : undefined
  const free = { ...row, lease_owner: null, lease_until: 0 }
  // Its new version is a change like any other, for those who keep up with changes.
  return next
    ? { ...free, state: next.state, status: JSON.stringify(next), updated_at: finishedAt + 1 }
    : free
}
