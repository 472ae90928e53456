import 'server-only'
import type { Kysely, Selectable } from 'kysely'
import { assetSchema, type Asset } from '@/lib/assets/asset'
import type { AssetRecords } from '@/lib/assets/asset-records'
import type { Database } from './schema'

/** The asset records on either engine. */
export function createAssetRecords(db: Kysely<Database>): AssetRecords {
  return {
    async insert({ hasAlpha, ...asset }, createdAt) {
      await db
        .insertInto('assets')
        .values({ ...asset, has_alpha: hasAlpha ? 1 : 0, created_at: createdAt })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },

    async get(id) {
      const row = await db.selectFrom('assets').selectAll().where('id', '=', id).executeTakeFirst()
      return row && readAsset(row)
    },

    async getMany(ids) {
      if (ids.length === 0) return []
      const rows = await db.selectFrom('assets').selectAll().where('id', 'in', ids).execute()
      return rows.map(readAsset)
    },
  }
}

function readAsset({ has_alpha, ...row }: Selectable<Database['assets']>): Asset {
  return assetSchema.parse({ ...row, hasAlpha: has_alpha === 1 })
}
