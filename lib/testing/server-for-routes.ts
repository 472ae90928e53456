import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { compose, type Diptych } from '@/lib/compose'
import { readConfig } from '@/lib/config'

interface ServerForRoutes {
  server: Diptych
  /** Its DATA_DIR, of its own. */
  folder: string
  /** What `beforeAll` returns is called after all. */
  stop(): Promise<void>
}

/** The whole server as routes find it, for a suite that calls them as functions. */
export async function serverForRoutes(environment: Record<string, string> = {}): Promise<ServerForRoutes> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'diptych-test-'))
  const server = await compose(readConfig({ DATA_DIR: folder, PORT: '0', ...environment }))
  const place = globalThis as Record<symbol, unknown>
  place[Symbol.for('diptych.server')] = Promise.resolve(server)
  const stop = async () => {
    await server.close()
    await rm(folder, { recursive: true })
  }
  return { server, folder, stop }
}
