import { afterAll, afterEach } from 'vitest'
import { describeVoteStore, type OpenedVotes } from '@/lib/judging/describe-vote-store'
import { aRun } from '@/lib/testing/a-prediction'
import { createPostgresDatabase, type PostgresDatabase } from '@/lib/testing/postgres-database'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { openDatabase, type DatabaseClient } from './client'
import { createPredictionStore } from './prediction-store'
import { createVoteStore } from './vote-store'

/** Asked for by the tests that need it, so that where there is no PostgreSQL they fail and the others do not. */
let made: Promise<PostgresDatabase> | undefined
const postgres = () => (made ??= createPostgresDatabase())
afterAll(() => made?.then((database) => database.drop()).catch(() => {}))

let client: DatabaseClient | undefined
afterEach(() => client?.close())

async function open(opening: Promise<DatabaseClient>): Promise<OpenedVotes> {
  const opened = (client = await opening)
  await opened.db.deleteFrom('runs').execute()
  return {
    votes: createVoteStore(opened.db),
    async addRun() {
      const run = aRun()
      await createPredictionStore(opened).createRun(run, [])
      return run.id
    },
    async removeRun(id) {
      await opened.db.deleteFrom('runs').where('id', '=', id).execute()
    },
  }
}

describeVoteStore('SQLite', async () => open(openDatabase({ folder: await temporaryFolder() })))
describeVoteStore('PostgreSQL', async () =>
  open(openDatabase({ folder: '/nowhere', databaseUrl: (await postgres()).url })),
)
