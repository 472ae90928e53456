import 'server-only'
import type { Kysely } from 'kysely'
import type { SessionStore } from '@/lib/access/session-store'
import type { Database } from './schema'

/** The session store on either engine. */
export function createSessionStore(db: Kysely<Database>): SessionStore {
  return {
    async insert({ idHash, createdAt, seenAt }) {
      await db
        .insertInto('sessions')
        .values({ id_hash: idHash, created_at: createdAt, seen_at: seenAt })
        .execute()
    },

    async get(idHash) {
      const row = await db.selectFrom('sessions').selectAll().where('id_hash', '=', idHash).executeTakeFirst()
      return row && { idHash: row.id_hash, createdAt: row.created_at, seenAt: row.seen_at }
    },

    async touch(idHash, now) {
      await db.updateTable('sessions').set({ seen_at: now }).where('id_hash', '=', idHash).execute()
    },

    async remove(idHash) {
      await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute()
    },

    async removeAll() {
      await db.deleteFrom('sessions').execute()
    },

    async removeUnseenSince(time) {
      await db.deleteFrom('sessions').where('seen_at', '<', time).execute()
    },
  }
}
