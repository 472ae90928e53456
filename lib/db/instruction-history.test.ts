import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { aRun } from '@/lib/testing/a-prediction'
import { createPostgresDatabase, type PostgresDatabase } from '@/lib/testing/postgres-database'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { openDatabase, type DatabaseClient } from './client'
import { createInstructionHistory } from './instruction-history'
import { createLibraryStore } from './library-store'
import { createPredictionStore } from './prediction-store'

let made: Promise<PostgresDatabase> | undefined
const postgres = () => (made ??= createPostgresDatabase())
afterAll(() => made?.then((database) => database.drop()).catch(() => {}))

let client: DatabaseClient | undefined
afterEach(() => client?.close())

const engines: [string, () => Promise<DatabaseClient>][] = [
  ['SQLite', async () => openDatabase({ folder: await temporaryFolder() })],
  ['PostgreSQL', async () => openDatabase({ folder: '/nowhere', databaseUrl: (await postgres()).url })],
]

describe.each(engines)('the history of instructions on %s', (_, open) => {
  it('has each text once, newest first, also of single models and sweeps, and none from the trash', async () => {
    client = await open()
    const store = createPredictionStore(client)
    const history = createInstructionHistory(client.db)
    expect(await history.recent(10)).toEqual([])
    const run = (createdAt: number, prompt: string | undefined, more = {}) =>
      store.createRun(aRun({ id: `r${createdAt}`, createdAt, input: { prompt, images: [] }, ...more }), [])
    await run(1, 'Make it night')
    await run(2, 'Add a cat 🐈')
    await run(3, undefined)
    await run(4, 'Make it night', {
      choices: [
        { modelId: 'flux-dev', values: {}, override: { prompt: 'A night' } },
        { modelId: 'flux-dev', values: {}, override: { prompt: '' } },
      ],
      axes: [
        { parameter: 'images', values: ['a'], paired: { parameter: 'prompt', values: ['Make it DAY'] } },
        { parameter: 'strength', values: [0.5] },
      ],
    })
    expect(await history.recent(10)).toEqual([
      { text: 'Make it night', usedAt: 4, runId: 'r4' },
      { text: 'A night', usedAt: 4, runId: 'r4' },
      { text: 'Make it DAY', usedAt: 4, runId: 'r4' },
      { text: 'Add a cat 🐈', usedAt: 2, runId: 'r2' },
    ])
    expect((await history.recent(1)).map(({ text }) => text)).toEqual(['Make it night'])
    const search = async (words: string) => (await history.recent(10, words)).map(({ text }) => text)
    expect(await search('make it')).toEqual(['Make it night', 'Make it DAY'])
    expect(await search('🐈')).toEqual(['Add a cat 🐈'])
    expect(await search('%')).toEqual([])

    const library = createLibraryStore(client.db)
    await library.setTrashed(['r4'], 5)
    expect((await history.recent(10)).map(({ text }) => text)).toEqual(['Add a cat 🐈', 'Make it night'])
    await library.setTrashed(['r4'], null)
    expect(await history.recent(10)).toHaveLength(4)
  })
})
