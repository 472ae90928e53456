import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { defaultChoices, type Share } from '@/lib/sharing/share'
import type { ShareVote } from '@/lib/sharing/share-store'
import { aRun } from '@/lib/testing/a-prediction'
import { createPostgresDatabase, type PostgresDatabase } from '@/lib/testing/postgres-database'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { openDatabase, type DatabaseClient } from './client'
import { createPredictionStore } from './prediction-store'
import { createShareStore } from './share-store'

/** Asked for by the tests that need it, so that where there is no PostgreSQL they fail and the others do not. */
let made: Promise<PostgresDatabase> | undefined
const postgres = () => (made ??= createPostgresDatabase())
afterAll(() => made?.then((database) => database.drop()).catch(() => {}))

let client: DatabaseClient | undefined
afterEach(() => client?.close())

const engines: [string, () => Promise<DatabaseClient>][] = [
  ['SQLite', async () => openDatabase({ folder: await temporaryFolder() })],
  ['PostgreSQL', async () => openDatabase({ folder: '/nowhere', databaseUrl: (await postgres()).url })],
]

async function opened(open: () => Promise<DatabaseClient>) {
  client = await open()
  await client.db.deleteFrom('runs').execute()
  const run = aRun()
  await createPredictionStore(client).createRun(run, [])
  const shares = createShareStore(client.db)
  const add = async (facts: Partial<Share> = {}) => {
    const share: Share = {
      id: randomUUID(),
      token: randomUUID(),
      runId: run.id,
      choices: defaultChoices,
      createdAt: 1,
      visits: 0,
      ...facts,
    }
    await shares.insert(share)
    return share
  }
  return { shares, add, run, db: client.db }
}

function aVote(share: Share, facts: Partial<ShareVote> = {}): ShareVote {
  return {
    id: randomUUID(),
    shareId: share.id,
    visitor: 'v1',
    addressHash: 'here',
    question: 'instruction',
    first: 'p1',
    second: 'p2',
    outcome: 'first',
    createdAt: 5,
    ...facts,
  }
}

describe.each(engines)('shares on %s', (_, open) => {
  it('come back as they were stored, newest first, and go with their run', async () => {
    const { shares, add, run, db } = await opened(open)
    const older = await add({ predictionId: 'p1', endsAt: 90 })
    const newer = await add({ createdAt: 2, choices: { ...defaultChoices, modelNames: false, voting: true } })
    expect(await shares.list()).toEqual([newer, older])
    expect(await shares.findByToken(older.token)).toEqual(older)
    expect(await shares.findByToken('unknown')).toBeUndefined()
    await db.deleteFrom('runs').where('id', '=', run.id).execute()
    expect(await shares.list()).toEqual([])
  })

  it('are revoked once, and count their visits', async () => {
    const { shares, add } = await opened(open)
    const share = await add()
    await shares.countVisit(share.id, 10)
    await shares.countVisit(share.id, 20)
    expect(await shares.revoke(share.id, 30)).toMatchObject({ revokedAt: 30, visits: 2, lastVisitAt: 20 })
    expect(await shares.revoke(share.id, 40)).toMatchObject({ revokedAt: 30 })
    expect(await shares.revoke('unknown', 40)).toBeUndefined()
  })

  it('keep one answer of a visitor to a question about a pair', async () => {
    const { shares, add } = await opened(open)
    const share = await add()
    expect(await shares.castVote(aVote(share), 2)).toBe('stored')
    // The same pair the other way round is the same pair.
    const changed = aVote(share, { first: 'p2', second: 'p1', outcome: 'tie', createdAt: 6 })
    await shares.castVote(changed, 2)
    expect(await shares.votesOf(share.id)).toEqual([changed])
    await shares.castVote(aVote(share, { question: 'preservation' }), 2)
    await shares.castVote(aVote(share, { visitor: 'v2', addressHash: 'there' }), 2)
    const other = await add()
    await shares.castVote(aVote(other), 2)
    expect(await shares.countVotes()).toEqual(
      expect.arrayContaining([
        { shareId: share.id, votes: 3, visitors: 2 },
        { shareId: other.id, votes: 1, visitors: 1 },
      ]),
    )
    await shares.retractVote({ ...aVote(share), first: 'p2', second: 'p1' })
    expect((await shares.votesOf(share.id)).map(({ visitor, question }) => [visitor, question])).toEqual(
      expect.arrayContaining([
        ['v1', 'preservation'],
        ['v2', 'instruction'],
      ]),
    )
  })

  it('take only so many visitors from one address', async () => {
    const { shares, add } = await opened(open)
    const share = await add()
    const cast = (visitor: string, more = {}) => shares.castVote(aVote(share, { visitor, ...more }), 2)
    expect(await cast('v1')).toBe('stored')
    expect(await cast('v2')).toBe('stored')
    expect(await cast('v3')).toBe('too-many-visitors')
    expect(await cast('v2', { outcome: 'second' })).toBe('stored')
    expect(await cast('v3', { addressHash: 'elsewhere' })).toBe('stored')
    expect(await shares.votesOf(share.id)).toHaveLength(3)
  })
})
