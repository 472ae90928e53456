import 'server-only'
import { createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql, type Kysely } from 'kysely'
import { pictureKey } from '@/lib/assets/asset-keys'
import type { BlobStore } from '@/lib/assets/blob-store'
import type { DatabaseClient } from '@/lib/db/client'
import { migrations } from '@/lib/db/migrations'
import type { Database } from '@/lib/db/schema'
import { manifestFile, picturesFolder, tablesFolder, type BackupManifest } from './backup-manifest'
import { backedUpTables, tableNames } from './tables'

export interface BackupResult {
  manifest: BackupManifest
  /** Pictures that were not in the folder yet. */
  copied: number
  /** Pictures that the database knows and the storage no longer has. */
  missing: string[]
}

const pageSize = 1000

/**
 * Writes everything a server remembers into a folder: its tables as they were at one moment, and every picture. It can
 * run beside the server. Into the same folder again it copies only what is new. Smaller copies of pictures are left out:
 * they are made again when they are asked for.
 */
export async function backUp(
  { db, engine }: Pick<DatabaseClient, 'db' | 'engine'>,
  blobs: BlobStore,
  folder: string,
): Promise<BackupResult> {
  await fs.mkdir(path.join(folder, picturesFolder), { recursive: true, mode: 0o700 })
  // Until the new manifest is there the folder is no backup: never old words about new tables.
  await fs.rm(path.join(folder, manifestFile), { force: true })
  const rows = await writeTables(db, engine, folder)
  const pictures = await copyPictures(db, blobs, folder)
  const manifest: BackupManifest = {
    format: 'diptych-backup-1',
    madeAt: new Date().toISOString(),
    migration: Object.keys(migrations).sort().at(-1)!,
    rows,
    pictures: pictures.there,
  }
  await writeWhole(path.join(folder, manifestFile), JSON.stringify(manifest, null, 2))
  return { manifest, copied: pictures.copied, missing: pictures.missing }
}

/** One transaction, so that all tables are of the same moment. */
async function writeTables(
  db: Kysely<Database>,
  engine: DatabaseClient['engine'],
  folder: string,
): Promise<Record<string, number>> {
  const target = path.join(folder, tablesFolder)
  await fs.mkdir(target, { recursive: true })
  const counts: Record<string, number> = {}
  await db.transaction().execute(async (transaction) => {
    if (engine === 'postgres')
      await sql`set transaction isolation level repeatable read, read only`.execute(transaction)
    for (const table of tableNames) {
      const file = await fs.open(path.join(target, `${table}.jsonl`), 'w', 0o600)
      let count = 0
      for (;;) {
        let page = transaction.selectFrom(table).selectAll().limit(pageSize).offset(count)
        for (const column of backedUpTables[table]) page = page.orderBy(sql.ref(column))
        const rows = await page.execute()
        for (const row of rows) await file.write(`${JSON.stringify(row)}\n`)
        count += rows.length
        if (rows.length < pageSize) break
      }
      await file.sync()
      await file.close()
      counts[table] = count
    }
  })
  return counts
}

async function copyPictures(db: Kysely<Database>, blobs: BlobStore, folder: string) {
  const missing: string[] = []
  let copied = 0
  let there = 0
  const assets = await db.selectFrom('assets').select(['id', 'bytes']).execute()
  for (const { id, bytes } of assets) {
    const file = path.join(folder, picturesFolder, id)
    // A name is a hash of the content: the same name is the same picture.
    const known = await fs.stat(file).catch(() => undefined)
    if (known?.size !== Number(bytes)) {
      const stream = await blobs.stream(pictureKey(id))
      if (!stream) {
        missing.push(id)
        continue
      }
      await pipeline(stream, createWriteStream(`${file}.part`, { mode: 0o600, flush: true }))
      await fs.rename(`${file}.part`, file)
      copied += 1
    }
    there += 1
  }
  return { copied, there, missing }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await fs.writeFile(`${file}.part`, text, { mode: 0o600, flush: true })
  await fs.rename(`${file}.part`, file)
}
