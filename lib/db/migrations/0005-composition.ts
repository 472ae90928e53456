import type { Kysely, Migration } from 'kysely'

/** Answers that are put back into the picture they were made from. */
export const composition: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('predictions').addColumn('composition', 'text').execute()
  },
}
