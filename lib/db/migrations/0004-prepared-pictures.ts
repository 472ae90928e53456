import type { Kysely, Migration } from 'kysely'

/** What prepared pictures were made of, and how. */
export const preparedPictures: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('prepared_pictures')
      .addColumn('asset_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('source_id', 'text', (column) => column.notNull())
      .addColumn('used_as', 'text', (column) => column.notNull())
      .addColumn('edits', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('prepared_pictures_of_source')
      .on('prepared_pictures')
      .columns(['source_id', 'edits'])
      .execute()
  },
}
