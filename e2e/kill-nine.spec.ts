import { startPostgres, teardown as stopPostgres } from '@/lib/testing/postgres-for-tests'
import { freePort } from './free-port'
import { killAgainAndAgain, type KillReport } from './kill-journey'
import { startSandboxProcess } from './sandbox-process'
import { seededRandom } from './seeded-random'
import { readEmbedded, readPostgres } from './stored-predictions'
import { expect, test } from './test'

// Every answer to a submit comes late: many kills then fall between the provider's work and our knowledge of it.
const slowProvider = { SANDBOX_FAULT: 'slow-answer:60', SANDBOX_LATENCY_MS: '50-300' }
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)

test('thirty kills lose nothing, and nothing is submitted twice', async ({ diptych }) => {
  test.setTimeout(480_000)
  const sandbox = await startSandboxProcess(slowProvider)
  try {
    const port = await freePort()
    const env = { ...sandbox.env, PUBLIC_URL: `http://127.0.0.1:${port}` }
    const server = await diptych({ env, port })
    const report = await killAgainAndAgain({
      servers: [server],
      sandbox,
      read: () => readEmbedded(server.dataFolder),
      kills: 30,
      pauseMs: [200, 1100],
      random: seededRandom(seed),
    })
    print('embedded database, 30 kills', report)
    // Whatever was on its way when a kill fell is unknown for ever, and nothing else is.
    expect(report.unconfirmed).toEqual(report.cutOff)
    expectEveryPhaseHit(report)
  } finally {
    await sandbox.dispose()
  }
})

test('two servers on one PostgreSQL take each other’s work over and lose nothing either', async ({
  diptych,
}) => {
  test.setTimeout(480_000)
  const databaseUrl = await startPostgres()
  if (!databaseUrl) throw new Error('This test needs PostgreSQL: apt-get install postgresql.')
  const sandbox = await startSandboxProcess(slowProvider)
  try {
    const start = async (dataFolder?: string) => {
      const port = await freePort()
      const env = { ...sandbox.env, DATABASE_URL: databaseUrl, PUBLIC_URL: `http://127.0.0.1:${port}` }
      return diptych({ env, port, dataFolder })
    }
    const first = await start()
    const second = await start(first.dataFolder)
    const report = await killAgainAndAgain({
      servers: [first, second],
      sandbox,
      read: () => readPostgres(databaseUrl),
      kills: 10,
      // One of the two is always up, so that all that is asked for is taken, and painted.
      pauseMs: [600, 2600],
      random: seededRandom(seed),
    })
    print('two servers on PostgreSQL, 10 kills', report)
    const elsewhere = [...report.unconfirmed].filter((id) => !report.cutOff.has(id))
    expect(elsewhere, 'unconfirmed only where a kill fell into the submit').toEqual([])
  } finally {
    await sandbox.dispose()
    await stopPostgres()
  }
})

function expectEveryPhaseHit({ found, ended }: KillReport): void {
  expect(found.submitting ?? 0).toBeGreaterThan(0)
  expect(found.running ?? 0).toBeGreaterThan(0)
  expect(found.storing ?? 0).toBeGreaterThan(0)
  expect(ended.succeeded ?? 0).toBeGreaterThan(0)
}

function print(title: string, { accepted, repeated, submits, found, ended }: KillReport): void {
  const counts = (of: object) =>
    Object.entries(of)
      .map(([state, count]) => `${count} ${state}`)
      .join(', ')
  console.log(
    `${title} (KILL_SEED=${seed}): ${accepted} runs accepted, ${repeated} requests repeated, ${submits} submits at ` +
      `the providers; kills found ${counts(found)}; ended ${counts(ended)}.`,
  )
}
