import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where suites make their own databases; undefined if PostgreSQL is not installed. */
    postgresUrl: string | undefined
  }
}

/**
 * Makes, runs and removes one cluster. It reads its standard input and stops when that ends: when we close it, and
 * also when we are killed. Nothing of it is left behind either way.
 */
const script = `
trap 'rm -rf "$FOLDER"' EXIT
"$BIN/initdb" --pgdata="$FOLDER/data" --username=postgres --auth=trust --no-sync --encoding=UTF8 --locale=C >"$FOLDER/log" 2>&1 || { cat "$FOLDER/log" >&2; exit 1; }
"$BIN/postgres" -D "$FOLDER/data" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=16MB >"$FOLDER/log" 2>&1 </dev/null &
server=$!
read -r end
kill -INT "$server"
wait "$server"
`

let cluster: ChildProcess | undefined

/** Starts a private PostgreSQL for the whole test run, on a free loopback port, in a temporary folder. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('postgresUrl', await startPostgres())
}

/** The same for the browser tests; undefined if PostgreSQL is not installed. One at a time, ended by `teardown`. */
export async function startPostgres(): Promise<string | undefined> {
  const bin = findBinaries()
  return bin && start(bin)
}

export async function teardown(): Promise<void> {
  const running = cluster
  if (!running || running.exitCode !== null) return
  const ended = new Promise((resolve) => running.once('exit', resolve))
  running.stdin?.end()
  await ended
}

async function start(bin: string): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'diptych-postgres-'))
  const user = serverUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const running = spawn('sh', ['-c', script], {
    ...user,
    cwd: folder,
    env: { ...process.env, FOLDER: folder, BIN: bin, PORT: String(port) },
    stdio: ['pipe', 'ignore', 'pipe'],
    // Of its own group, so that Ctrl-C does not reach it before it is asked to stop.
    detached: true,
  })
  cluster = running
  let complaint = ''
  running.stderr.on('data', (text) => (complaint += text))
  while (!(await answers(url))) {
    if (running.exitCode !== null)
      throw new Error(`PostgreSQL could not be started for the tests. ${complaint}`)
    await sleep(50)
  }
  return url
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}

/** Debian keeps them out of the PATH, in a folder per version. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ]
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name))))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
