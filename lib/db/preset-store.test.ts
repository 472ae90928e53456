import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { StoredPreset } from '@/lib/presets/preset'
import { createPostgresDatabase, type PostgresDatabase } from '@/lib/testing/postgres-database'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { openDatabase, type DatabaseClient } from './client'
import { createPresetStore } from './preset-store'

let made: Promise<PostgresDatabase> | undefined
const postgres = () => (made ??= createPostgresDatabase())
afterAll(() => made?.then((database) => database.drop()).catch(() => {}))

let client: DatabaseClient | undefined
afterEach(() => client?.close())

const engines: [string, () => Promise<DatabaseClient>][] = [
  ['SQLite', async () => openDatabase({ folder: await temporaryFolder() })],
  ['PostgreSQL', async () => openDatabase({ folder: '/nowhere', databaseUrl: (await postgres()).url })],
]

const preset = (id: string, name: string, facts: Partial<StoredPreset> = {}): StoredPreset => ({
  id,
  name,
  input: { prompt: 'Make it night 🌙', seed: 7 },
  choices: [{ modelId: 'flux-dev', values: { strength: 0.5 }, override: { prompt: 'A night' } }],
  sweep: { samples: 3, axes: [{ parameter: 'strength', text: '0.2, .., 0.8' }] },
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
  ...facts,
})

describe.each(engines)('presets on %s', (_, open) => {
  it('are kept whole, by name, and no two have the same', async () => {
    client = await open()
    const store = createPresetStore(client.db)
    const [zebra, night] = [preset('1', 'Zebra'), preset('2', 'night')]
    expect(await store.insert(zebra)).toBe(true)
    expect(await store.insert(night)).toBe(true)
    expect(await store.insert(preset('3', 'NIGHT '))).toBe(false)
    expect(await store.list()).toEqual([night, zebra])
    expect(await store.get('1')).toEqual(zebra)

    expect(await store.replace('1', { ...zebra, name: 'Night' }, 5)).toBe('name-taken')
    expect(await store.replace('4', preset('4', 'Four'), 5)).toBe('unknown')
    // Its own name, in another case, is no other's.
    const renamed = { ...night, name: 'Night', sweep: { samples: 1, axes: [] } }
    expect(await store.replace('2', renamed, 1_800_000_000_000)).toBe('replaced')
    expect(await store.get('2')).toEqual({ ...renamed, updatedAt: 1_800_000_000_000 })

    expect(await store.remove('2')).toBe(true)
    expect(await store.remove('2')).toBe(false)
    expect(await store.list()).toEqual([zebra])
  })
})
