import type { Kysely, Migration } from 'kysely'

/** Saved instructions with their models and values. */
export const presets: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('presets')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      // What two names must differ in; the name itself lies in the content.
      .addColumn('name_key', 'text', (column) => column.notNull().unique())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
