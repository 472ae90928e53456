import 'server-only'
import type { Kysely } from 'kysely'
import type { Purged } from '@/lib/library/library-store'
import { unfinishedStates } from '@/lib/predictions/prediction'
import { inChunks } from './in-chunks'
import type { Database } from './schema'

/** What was prepared so lately may be in somebody's form. */
const editingMs = 60 * 60 * 1000

/**
 * Removes runs that are in the trash, with all that hangs on them, and the records of pictures that nobody else uses.
 * What is still in progress stays: its provider may yet answer, and what it cost must not vanish. Call it in a
 * transaction.
 */
export async function purgeRuns(
  db: Kysely<Database>,
  { runIds, until }: { runIds?: readonly string[]; until: number },
): Promise<Purged> {
  const trashed = await db
    .selectFrom('library_runs')
    .select('run_id')
    .where('deleted_at', '>', 0)
    .where('deleted_at', '<=', until)
    .execute()
  const wanted = runIds && new Set(runIds)
  const asked = trashed.map(({ run_id }) => run_id).filter((id) => !wanted || wanted.has(id))
  const removed: string[] = []
  const candidates = new Set<string>()
  for (const ids of inChunks(asked)) {
    const finished = await finishedOf(db, ids)
    if (finished.length === 0) continue
    const pictures = await db
      .selectFrom('run_pictures')
      .select('asset_id')
      .distinct()
      .where('run_id', 'in', finished)
      .execute()
    for (const { asset_id } of pictures) candidates.add(asset_id)
    await db.deleteFrom('runs').where('id', 'in', finished).execute()
    removed.push(...finished)
  }
  for (const id of await preparedFrom(db, [...candidates], until - editingMs)) candidates.add(id)
  const unused = await unusedOf(db, [...candidates])
  for (const ids of inChunks(unused)) await db.deleteFrom('assets').where('id', 'in', ids).execute()
  return { runIds: removed, assetIds: unused, unfinished: asked.length - removed.length }
}

async function finishedOf(db: Kysely<Database>, runIds: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('predictions')
    .select('run_id')
    .distinct()
    .where('run_id', 'in', runIds)
    .where('state', 'in', unfinishedStates)
    .execute()
  const unfinished = new Set(rows.map(({ run_id }) => run_id))
  return runIds.filter((id) => !unfinished.has(id))
}

/** All that was prepared from these pictures before a time, and from that in turn. */
async function preparedFrom(
  db: Kysely<Database>,
  assetIds: readonly string[],
  before: number,
): Promise<Set<string>> {
  const found = new Set<string>()
  let sources = [...assetIds]
  while (sources.length > 0) {
    const next: string[] = []
    for (const ids of inChunks(sources)) {
      const rows = await db
        .selectFrom('prepared_pictures')
        .select('asset_id')
        .where('source_id', 'in', ids)
        .where('created_at', '<', before)
        .execute()
      next.push(...rows.map(({ asset_id }) => asset_id).filter((id) => !found.has(id)))
    }
    for (const id of next) found.add(id)
    sources = next
  }
  return found
}

/** Those that no run uses and from which nothing that stays was prepared; how they were prepared is forgotten. */
async function unusedOf(db: Kysely<Database>, assetIds: string[]): Promise<string[]> {
  const unused = new Set(assetIds)
  for (const ids of inChunks(assetIds)) {
    const rows = await db
      .selectFrom('run_pictures')
      .select('asset_id')
      .distinct()
      .where('asset_id', 'in', ids)
      .execute()
    for (const { asset_id } of rows) unused.delete(asset_id)
  }
  for (const status of await notYetFollowed(db))
    for (const id of unused) if (status.includes(id)) unused.delete(id)
  const chunks = inChunks([...unused])
  for (const ids of chunks) await db.deleteFrom('prepared_pictures').where('asset_id', 'in', ids).execute()
  for (const ids of chunks) {
    const rows = await db
      .selectFrom('prepared_pictures')
      .select('source_id')
      .distinct()
      .where('source_id', 'in', ids)
      .execute()
    for (const { source_id } of rows) unused.delete(source_id)
  }
  return [...unused]
}

/** What the library has not heard of yet: a result of this very moment may be the same picture. */
async function notYetFollowed(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('predictions')
    .innerJoin('library_runs', 'library_runs.run_id', 'predictions.run_id')
    .select('predictions.status')
    .whereRef('predictions.updated_at', '>', 'library_runs.seen')
    .execute()
  return rows.map(({ status }) => status)
}
