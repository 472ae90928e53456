import 'server-only'
import type { Kysely } from 'kysely'
import type { PictureOrigins } from '@/lib/assets/picture-origins'
import { pictureEditsSchema } from '@/lib/picture-edits/picture-edits'
import type { Database } from './schema'

/** The origins of prepared pictures on either engine. */
export function createPictureOrigins(db: Kysely<Database>): PictureOrigins {
  return {
    async insert(assetId, { sourceId, edits, use }, createdAt) {
      await db
        .insertInto('prepared_pictures')
        .values({
          asset_id: assetId,
          source_id: sourceId,
          used_as: use,
          edits: JSON.stringify(edits),
          created_at: createdAt,
        })
        .onConflict((conflict) => conflict.column('asset_id').doNothing())
        .execute()
    },

    async get(assetId) {
      const row = await db
        .selectFrom('prepared_pictures')
        .selectAll()
        .where('asset_id', '=', assetId)
        .executeTakeFirst()
      return (
        row && {
          sourceId: row.source_id,
          edits: pictureEditsSchema.parse(JSON.parse(row.edits)),
          use: row.used_as,
        }
      )
    },

    async find({ sourceId, edits, use }) {
      const row = await db
        .selectFrom('prepared_pictures')
        .select('asset_id')
        .where('source_id', '=', sourceId)
        // Normalised edits are equal if their JSON is.
        .where('edits', '=', JSON.stringify(edits))
        .where('used_as', '=', use)
        .executeTakeFirst()
      return row?.asset_id
    },
  }
}
