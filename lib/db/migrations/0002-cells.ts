import { sql, type Kysely, type Migration } from 'kysely'

/** Runs that vary parameters, cells that are tried again, and stars. */
export const cells: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('runs').addColumn('axes', 'text').execute()
    await db.schema
      .alterTable('predictions')
      .addColumn('attempt', 'integer', (column) => column.notNull().defaultTo(sql`0`))
      .execute()
    await db.schema.alterTable('predictions').addColumn('mark', 'text').execute()
    await db.schema.dropIndex('predictions_of_run').execute()
    // Unique, so that two requests to try a cell again make one new prediction.
    await db.schema
      .createIndex('predictions_of_run')
      .on('predictions')
      .columns(['run_id', 'position', 'attempt'])
      .unique()
      .execute()
  },
}
