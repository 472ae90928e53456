import 'server-only'
import type { Kysely } from 'kysely'
import type { LibraryStore } from '@/lib/library/library-store'
import { inChunks } from './in-chunks'
import type { Database } from './schema'

type CollectionStore = Pick<
  LibraryStore,
  'collections' | 'addCollection' | 'renameCollection' | 'removeCollection' | 'collect' | 'uncollect'
>

/** Two names that only differ in case or outer spaces are the same to a person. */
const keyOf = (name: string) => name.trim().toLowerCase()

/** The library's collections on either engine. */
export function createCollectionStore(db: Kysely<Database>): CollectionStore {
  return {
    async collections() {
      const rows = await db
        .selectFrom('collections')
        .leftJoin('collection_runs', 'collection_runs.collection_id', 'collections.id')
        .leftJoin('library_runs', (join) =>
          join
            .onRef('library_runs.run_id', '=', 'collection_runs.run_id')
            .on('library_runs.deleted_at', '=', 0),
        )
        .select(({ fn }) => [
          'collections.id',
          'collections.name',
          fn.count<number>('library_runs.run_id').as('runs'),
        ])
        .groupBy(['collections.id', 'collections.name'])
        .execute()
      return (
        rows
          .map(({ id, name, runs }) => ({ id, name, runs: Number(runs) }))
          // Here and not there: the engines do not sort letters alike.
          .sort((one, other) => one.name.localeCompare(other.name, 'en'))
      )
    },

    async addCollection({ id, name }, now) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('collections')
        .values({ id, name: name.trim(), name_key: keyOf(name), created_at: now })
        .onConflict((conflict) => conflict.column('name_key').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },

    renameCollection: (id, name) =>
      db.transaction().execute(async (transaction) => {
        const other = await transaction
          .selectFrom('collections')
          .select('id')
          .where('name_key', '=', keyOf(name))
          .where('id', '!=', id)
          .executeTakeFirst()
        if (other) return 'name-taken'
        const { numUpdatedRows } = await transaction
          .updateTable('collections')
          .set({ name: name.trim(), name_key: keyOf(name) })
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        return numUpdatedRows === 1n ? 'renamed' : 'unknown'
      }),

    async removeCollection(id) {
      const { numDeletedRows } = await db
        .deleteFrom('collections')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return numDeletedRows === 1n
    },

    async collect(collectionId, runIds, now) {
      return db.transaction().execute(async (transaction) => {
        const known = await transaction
          .selectFrom('collections')
          .select('id')
          .where('id', '=', collectionId)
          .executeTakeFirst()
        if (!known) return false
        for (const ids of inChunks(runIds)) {
          const runs = await transaction.selectFrom('runs').select('id').where('id', 'in', ids).execute()
          if (runs.length > 0)
            await transaction
              .insertInto('collection_runs')
              .values(runs.map((run) => ({ collection_id: collectionId, run_id: run.id, added_at: now })))
              .onConflict((conflict) => conflict.columns(['collection_id', 'run_id']).doNothing())
              .execute()
        }
        return true
      })
    },

    async uncollect(collectionId, runIds) {
      for (const ids of inChunks(runIds))
        await db
          .deleteFrom('collection_runs')
          .where('collection_id', '=', collectionId)
          .where('run_id', 'in', ids)
          .execute()
    },
  }
}
