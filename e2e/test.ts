import { test as base, expect, type BrowserContext } from '@playwright/test'
import { startDiptych, unexpectedLines, type DiptychOptions, type DiptychServer } from './diptych-server'

interface Fixtures {
  /** Starts a server of the test's own, which goes with the test. */
  diptych(options?: DiptychOptions): Promise<DiptychServer>
  /** Patterns of console messages and log lines that this test brings about on purpose: push them here. */
  expected: RegExp[]
}

interface WorkerFixtures {
  /** A server without any key, shared by the specs of one worker. */
  server: DiptychServer
}

/**
 * Playwright's test, on a Diptych of its own. Whatever the page writes to its console as a warning or an error, throws,
 * or asks of another host, and whatever the server logs as unexpected, fails the test that brought it about.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, provide) => {
      const server = await startDiptych()
      await provide(server)
      await server.dispose()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ server }, provide) => provide(server.url),
  expected: ({}, provide) => provide([]),

  diptych: async ({ expected }, provide) => {
    const started: DiptychServer[] = []
    await provide(async (options) => {
      const server = await startDiptych(options)
      started.push(server)
      return server
    })
    // The last one first: it may work on the folder of an earlier one, which goes with that.
    for (const server of started.toReversed()) await server.dispose()
    expectNone(
      started.flatMap((server) => unexpectedLines(server.log())),
      expected,
      'in the server’s log',
    )
  },

  context: async ({ context, server, expected }, provide) => {
    const complaints = listen(context)
    const before = server.log().length
    await provide(context)
    expectNone(complaints, expected, 'from the page')
    expectNone(unexpectedLines(server.log().slice(before)), expected, 'in the server’s log')
  },
})

export { expect }

/** Also of pages that open later. */
function listen(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type()))
      complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`))
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1' && hostname !== 'localhost')
      complaints.push(`request to another host: ${request.url()}`)
  })
  return complaints
}

function expectNone(found: string[], expected: RegExp[], where: string): void {
  const unexpected = found.filter((line) => !expected.some((pattern) => pattern.test(line)))
  expect(unexpected, `nothing unexpected ${where}`).toEqual([])
}
