import type { Kysely, Migration } from 'kysely'

/** Answers given in blind rounds. */
export const votes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('votes')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('run_id', 'text', (column) => column.notNull().references('runs.id').onDelete('cascade'))
      .addColumn('round_id', 'text', (column) => column.notNull())
      .addColumn('voter', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('pair', 'text', (column) => column.notNull())
      .addColumn('first_prediction_id', 'text', (column) => column.notNull())
      .addColumn('first_model_id', 'text', (column) => column.notNull())
      .addColumn('second_prediction_id', 'text', (column) => column.notNull())
      .addColumn('second_model_id', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    // Unique, so that a vote given again takes the place of the earlier one.
    await db.schema
      .createIndex('votes_of_voter')
      .on('votes')
      .columns(['voter', 'question', 'pair'])
      .unique()
      .execute()
    await db.schema.createIndex('votes_of_run').on('votes').column('run_id').execute()
  },
}
