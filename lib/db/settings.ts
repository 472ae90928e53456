import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from './schema'

/** The secret by which this installation signs picture links: made once, the same for every server on this database. */
export async function signingSecret(db: Kysely<Database>): Promise<string> {
  await db
    .insertInto('settings')
    .values({ name: 'signing_secret', content: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const row = await db
    .selectFrom('settings')
    .select('content')
    .where('name', '=', 'signing_secret')
    .executeTakeFirstOrThrow()
  return row.content
}
