import type { Kysely, Migration } from 'kysely'

/** Public links, and the votes of those who came by them. */
export const shares: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('shares')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      // The list shows the link again: it is kept as it is. Whoever reads this table has the pictures anyway.
      .addColumn('token', 'text', (column) => column.notNull().unique())
      .addColumn('run_id', 'text', (column) => column.notNull().references('runs.id').onDelete('cascade'))
      .addColumn('prediction_id', 'text')
      .addColumn('choices', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('ends_at', 'bigint')
      .addColumn('revoked_at', 'bigint')
      .addColumn('visits', 'integer', (column) => column.notNull())
      .addColumn('last_visit_at', 'bigint')
      .execute()
    await db.schema.createIndex('shares_of_run').on('shares').column('run_id').execute()

    await db.schema
      .createTable('share_votes')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('share_id', 'text', (column) => column.notNull().references('shares.id').onDelete('cascade'))
      .addColumn('visitor', 'text', (column) => column.notNull())
      .addColumn('address_hash', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('pair', 'text', (column) => column.notNull())
      .addColumn('first_prediction_id', 'text', (column) => column.notNull())
      .addColumn('second_prediction_id', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    // Unique, so that a vote given again takes the place of the earlier one.
    await db.schema
      .createIndex('share_votes_of_visitor')
      .on('share_votes')
      .columns(['share_id', 'visitor', 'question', 'pair'])
      .unique()
      .execute()
  },
}
