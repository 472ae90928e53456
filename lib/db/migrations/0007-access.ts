import type { Kysely, Migration } from 'kysely'

/** Who may come in: logins, tokens for the API, and by which of them a run was made. */
export const access: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('sessions')
      .addColumn('id_hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('tokens')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('monthly_budget_cents', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('used_at', 'bigint')
      // Not deleted: what was spent by it is still told under its name.
      .addColumn('revoked_at', 'bigint')
      .execute()
    await db.schema.alterTable('runs').addColumn('token_id', 'text').execute()
  },
}
