import 'server-only'
import type { Kysely, Selectable } from 'kysely'
import type { Token, TokenStore } from '@/lib/access/token-store'
import type { Database } from './schema'

/** The token store on either engine. */
export function createTokenStore(db: Kysely<Database>): TokenStore {
  return {
    async insert(token, hash) {
      await db
        .insertInto('tokens')
        .values({
          id: token.id,
          name: token.name,
          token_hash: hash,
          monthly_budget_cents: token.monthlyBudgetCents ?? null,
          created_at: token.createdAt,
          used_at: null,
          revoked_at: null,
        })
        .execute()
    },

    async list() {
      const rows = await db
        .selectFrom('tokens')
        .selectAll()
        .where('revoked_at', 'is', null)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(readToken)
    },

    async findByHash(hash) {
      const row = await db
        .selectFrom('tokens')
        .selectAll()
        .where('token_hash', '=', hash)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return row && readToken(row)
    },

    async touch(id, now) {
      await db.updateTable('tokens').set({ used_at: now }).where('id', '=', id).execute()
    },

    async revoke(id, now) {
      const { numUpdatedRows } = await db
        .updateTable('tokens')
        .set({ revoked_at: now })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow()
      return numUpdatedRows === 1n
    },

    async nameOf(id) {
      const row = await db.selectFrom('tokens').select('name').where('id', '=', id).executeTakeFirst()
      return row?.name
    },
  }
}

function readToken(row: Selectable<Database['tokens']>): Token {
  return {
    id: row.id,
    name: row.name,
    monthlyBudgetCents: row.monthly_budget_cents ?? undefined,
    createdAt: row.created_at,
    usedAt: row.used_at ?? undefined,
  }
}
