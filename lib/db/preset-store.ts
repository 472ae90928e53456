import 'server-only'
import type { Kysely, Selectable } from 'kysely'
import { presetKey, presetSchema, type Preset, type StoredPreset } from '@/lib/presets/preset'
import type { PresetStore } from '@/lib/presets/preset-store'
import type { Database } from './schema'

/** The preset store on either engine. */
export function createPresetStore(db: Kysely<Database>): PresetStore {
  return {
    async list() {
      const rows = await db.selectFrom('presets').selectAll().execute()
      // Here and not there: the engines do not sort letters alike.
      return rows.map(readPreset).sort((one, other) => one.name.localeCompare(other.name, 'en'))
    },

    async get(id) {
      const row = await db.selectFrom('presets').selectAll().where('id', '=', id).executeTakeFirst()
      return row && readPreset(row)
    },

    async insert({ id, createdAt, updatedAt, ...preset }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('presets')
        .values({ id, ...presetRow(preset), created_at: createdAt, updated_at: updatedAt })
        .onConflict((conflict) => conflict.column('name_key').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },

    replace: (id, preset, now) =>
      db.transaction().execute(async (transaction) => {
        const row = presetRow(preset)
        const other = await transaction
          .selectFrom('presets')
          .select('id')
          .where('name_key', '=', row.name_key)
          .where('id', '!=', id)
          .executeTakeFirst()
        if (other) return 'name-taken'
        const { numUpdatedRows } = await transaction
          .updateTable('presets')
          .set({ ...row, updated_at: now })
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        return numUpdatedRows === 1n ? 'replaced' : 'unknown'
      }),

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('presets').where('id', '=', id).executeTakeFirstOrThrow()
      return numDeletedRows === 1n
    },
  }
}

function presetRow({ name, input, choices, sweep }: Preset) {
  return { name_key: presetKey(name), content: JSON.stringify({ name, input, choices, sweep }) }
}

function readPreset(row: Selectable<Database['presets']>): StoredPreset {
  return {
    ...presetSchema.parse(JSON.parse(row.content)),
    id: row.id,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
  }
}
