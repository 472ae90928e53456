import 'server-only'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { LibrarySummary } from '@/lib/library/library-entry'
import type { LibraryItem } from '@/lib/library/library-item'
import type { LibraryStore } from '@/lib/library/library-store'
import { findModel } from '@/lib/models/registry'
import { createCollectionStore } from './collection-store'
import { inChunks } from './in-chunks'
import { keepLibraryEntries } from './keep-library-entries'
import { after, findRuns, inOrder } from './library-find'
import { lineageEdges } from './lineage-edges'
import { purgeRuns } from './purge-runs'
import type { Database } from './schema'

const itemColumns = [
  'library_runs.run_id',
  'library_runs.created_at',
  'library_runs.deleted_at',
  'library_runs.cost_cents',
  'library_runs.has_mask',
  'library_runs.has_star',
  'library_runs.summary',
] as const
type ItemRow = Pick<
  Selectable<Database['library_runs']>,
  'run_id' | 'created_at' | 'deleted_at' | 'cost_cents' | 'has_mask' | 'has_star' | 'summary'
>

/** The library on either engine. */
export function createLibraryStore(db: Kysely<Database>): LibraryStore {
  return {
    ...createCollectionStore(db),
    ...lineageEdges(db),

    async list(query, { limit, after: cursor, offset, asOf }) {
      let found = inOrder(findRuns(db, query), query.sort).select(itemColumns).limit(limit)
      if (asOf !== undefined) found = found.where('library_runs.created_at', '<=', asOf)
      if (cursor) found = after(found, query.sort, cursor)
      else if (offset) found = found.offset(offset)
      return (await found.execute()).map(readItem)
    },

    async count(query, range) {
      const found = findRuns(db, query).select(({ fn }) => fn.countAll<number>().as('count'))
      const { count } = await (
        'asOf' in range
          ? found.where('library_runs.created_at', '<=', range.asOf)
          : found.where('library_runs.created_at', '>', range.madeAfter)
      ).executeTakeFirstOrThrow()
      return Number(count)
    },

    async ids(query, asOf) {
      const rows = await inOrder(findRuns(db, query), query.sort)
        .select('library_runs.run_id')
        .where('library_runs.created_at', '<=', asOf)
        .execute()
      return rows.map(({ run_id }) => run_id)
    },

    async getMany(runIds) {
      const items: LibraryItem[] = []
      for (const ids of inChunks(runIds)) {
        const rows = await db
          .selectFrom('library_runs')
          .select(itemColumns)
          .where('library_runs.run_id', 'in', ids)
          .execute()
        items.push(...rows.map(readItem))
      }
      return items
    },

    async usedModels() {
      const rows = await db.selectFrom('library_runs').select('models').distinct().execute()
      return [...new Set(rows.flatMap(({ models }) => models.split('|').filter(Boolean)))]
    },

    keep: (entry) =>
      db.transaction().execute(async (transaction) => {
        const run = await transaction
          .selectFrom('runs')
          .select('id')
          .where('id', '=', entry.runId)
          .executeTakeFirst()
        // It may have been removed for good meanwhile.
        if (run) await keepLibraryEntries(transaction, [entry])
      }),

    async outdated(limit) {
      const rows = await db
        .selectFrom('runs')
        .leftJoin('library_runs', 'library_runs.run_id', 'runs.id')
        .leftJoin('predictions', (join) =>
          join
            .onRef('predictions.run_id', '=', 'runs.id')
            .onRef('predictions.updated_at', '>', 'library_runs.seen'),
        )
        .select('runs.id')
        .distinct()
        .where(({ or, eb }) =>
          or([eb('library_runs.run_id', 'is', null), eb('predictions.id', 'is not', null)]),
        )
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },

    async star(runIds, starred, now) {
      const changed: string[] = []
      for (const ids of inChunks(runIds))
        changed.push(
          ...(await db.transaction().execute((transaction) => setStars(transaction, ids, starred, now))),
        )
      return changed
    },

    async setTrashed(runIds, at) {
      let changed = 0
      for (const ids of inChunks(runIds)) {
        const { numUpdatedRows } = await db
          .updateTable('library_runs')
          .set({ deleted_at: at ?? 0 })
          .where('run_id', 'in', ids)
          .where('deleted_at', at === null ? '>' : '=', 0)
          .executeTakeFirstOrThrow()
        changed += Number(numUpdatedRows)
      }
      return changed
    },

    async trashedAt(runId) {
      const row = await db
        .selectFrom('library_runs')
        .select('deleted_at')
        .where('run_id', '=', runId)
        .executeTakeFirst()
      return row?.deleted_at || undefined
    },

    purge: (which) => db.transaction().execute((transaction) => purgeRuns(transaction, which)),
  }
}

/** @returns the predictions that changed */
async function setStars(
  db: Kysely<Database>,
  runIds: string[],
  starred: boolean,
  now: number,
): Promise<string[]> {
  const marked = db.updateTable('predictions').set({
    mark: starred ? 'star' : null,
    updated_at: sql<number>`case when updated_at < ${now} then ${now} else updated_at + 1 end`,
  })
  const shown = db
    .selectFrom('library_runs')
    .select('shown_prediction_id')
    .where('run_id', 'in', runIds)
    .where('has_star', '=', 0)
    .where('shown_prediction_id', 'is not', null)
  const rows = await (
    starred
      ? marked.where('id', 'in', shown.$castTo<{ shown_prediction_id: string }>())
      : marked.where('run_id', 'in', runIds).where('mark', '=', 'star')
  )
    .returning('id')
    .execute()
  await db
    .updateTable('library_runs')
    .set({ has_star: starred ? 1 : 0 })
    .where('run_id', 'in', runIds)
    .where('shown_prediction_id', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}

function readItem(row: ItemRow): LibraryItem {
  // Our own JSON, made anew at any time: parsing a thousand of them with a schema would be most of the work.
  const { modelIds, ...summary } = JSON.parse(row.summary) as LibrarySummary
  return {
    id: row.run_id,
    createdAt: row.created_at,
    deletedAt: row.deleted_at || null,
    ...summary,
    modelNames: modelIds.map((id) => findModel(id)?.title ?? id),
    costCents: row.cost_cents,
    hasMask: row.has_mask === 1,
    starred: row.has_star === 1,
  }
}
