import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createPostgresDatabase, type PostgresDatabase } from '@/lib/testing/postgres-database'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { openDatabase, type DatabaseClient } from './client'
import { createSessionStore } from './session-store'
import { createTokenStore } from './token-store'

let made: Promise<PostgresDatabase> | undefined
const postgres = () => (made ??= createPostgresDatabase())
afterAll(() => made?.then((database) => database.drop()).catch(() => {}))

let client: DatabaseClient | undefined
afterEach(() => client?.close())

const engines: [string, () => Promise<DatabaseClient>][] = [
  ['SQLite', async () => openDatabase({ folder: await temporaryFolder() })],
  ['PostgreSQL', async () => openDatabase({ folder: '/nowhere', databaseUrl: (await postgres()).url })],
]
const time = 1_700_000_000_000

describe.each(engines)('on %s', (_, open) => {
  it('logins are kept, used, and ended one by one, by age, or all', async () => {
    client = await open()
    const store = createSessionStore(client.db)
    for (const idHash of ['a', 'b', 'c', 'd']) await store.insert({ idHash, createdAt: time, seenAt: time })
    await store.touch('a', time + 9)
    expect(await store.get('a')).toEqual({ idHash: 'a', createdAt: time, seenAt: time + 9 })

    await store.remove('b')
    expect(await store.get('b')).toBeUndefined()
    await store.removeUnseenSince(time + 9)
    expect(await store.get('c')).toBeUndefined()
    expect(await store.get('a')).toBeDefined()
    await store.removeAll()
    expect(await store.get('a')).toBeUndefined()
  })

  it('tokens are found by their hash until they are revoked; the name stays', async () => {
    client = await open()
    const store = createTokenStore(client.db)
    await store.insert({ id: '1', name: 'Laptop', monthlyBudgetCents: 250, createdAt: time }, 'hash-1')
    await store.insert({ id: '2', name: 'Script', createdAt: time + 1 }, 'hash-2')
    await store.touch('1', time + 5)
    const laptop = { id: '1', name: 'Laptop', monthlyBudgetCents: 250, createdAt: time, usedAt: time + 5 }
    const script = { id: '2', name: 'Script', createdAt: time + 1 }
    expect(await store.list()).toEqual([script, laptop])
    expect(await store.findByHash('hash-1')).toEqual(laptop)

    expect(await store.revoke('1', time + 6)).toBe(true)
    expect(await store.revoke('1', time + 7)).toBe(false)
    expect(await store.findByHash('hash-1')).toBeUndefined()
    expect(await store.list()).toEqual([script])
    expect(await store.nameOf('1')).toBe('Laptop')
    expect(await store.nameOf('3')).toBeUndefined()
  })
})
