import { sql, type Kysely, type Migration } from 'kysely'

/**
 * What the library finds runs by, the pictures each run uses, and collections. Rows for runs of earlier versions are
 * made at the start (`catchUp`), because they come out of JSON.
 */
export const library: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('library_runs')
      .addColumn('run_id', 'text', (column) =>
        column.primaryKey().notNull().references('runs.id').onDelete('cascade'),
      )
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      // 0 and not null where it is not in the trash: equality is what an index in the list's order needs.
      .addColumn('deleted_at', 'bigint', (column) => column.notNull().defaultTo(sql`0`))
      .addColumn('seen', 'bigint', (column) => column.notNull())
      .addColumn('cost_cents', 'double precision', (column) => column.notNull())
      .addColumn('has_mask', 'integer', (column) => column.notNull())
      .addColumn('has_star', 'integer', (column) => column.notNull())
      .addColumn('states', 'text', (column) => column.notNull())
      .addColumn('models', 'text', (column) => column.notNull())
      .addColumn('providers', 'text', (column) => column.notNull())
      .addColumn('search_text', 'text', (column) => column.notNull())
      .addColumn('shown_prediction_id', 'text')
      .addColumn('summary', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('library_runs_by_time')
      .on('library_runs')
      .columns(['deleted_at', 'created_at', 'run_id'])
      .execute()
    await db.schema
      .createIndex('library_runs_by_cost')
      .on('library_runs')
      .columns(['deleted_at', 'cost_cents', 'created_at', 'run_id'])
      .execute()

    await db.schema
      .createTable('run_pictures')
      .addColumn('run_id', 'text', (column) => column.notNull().references('runs.id').onDelete('cascade'))
      .addColumn('asset_id', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('prediction_id', 'text')
      .addPrimaryKeyConstraint('run_pictures_once', ['run_id', 'asset_id', 'role'])
      .execute()
    await db.schema
      .createIndex('run_pictures_of_asset')
      .on('run_pictures')
      .columns(['asset_id', 'role'])
      .execute()

    await db.schema
      .createTable('collections')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      // What two names must differ in.
      .addColumn('name_key', 'text', (column) => column.notNull().unique())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('collection_runs')
      .addColumn('collection_id', 'text', (column) =>
        column.notNull().references('collections.id').onDelete('cascade'),
      )
      .addColumn('run_id', 'text', (column) => column.notNull().references('runs.id').onDelete('cascade'))
      .addColumn('added_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('collection_runs_once', ['collection_id', 'run_id'])
      .execute()
    await db.schema.createIndex('collection_runs_of_run').on('collection_runs').column('run_id').execute()
  },
}
