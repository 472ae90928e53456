import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serverProcess } from '@/lib/commands/server-process.mjs'
import { freePort } from './free-port'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** How soon the sandbox's jobs are done, in milliseconds: tests need not wait as people do. */
const sandboxLatency = '0-50'
const startPatienceMs = 60_000

export interface DiptychServer {
  /** `http://127.0.0.1:<port>` */
  url: string
  port: number
  dataFolder: string
  /** All that the server has written to its two outputs since it was first started. */
  log(): string
  /** Asks it to end, as Ctrl-C would, and waits; returns its exit code. */
  stop(): Promise<number | null>
  /** Ends the server's own process at once, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same port and folder, and waits until it answers. */
  start(): Promise<void>
  /** Kills it if it still runs, and removes the folder if it was made here. */
  dispose(): Promise<void>
}

export interface DiptychOptions {
  /** Beside HOST, PORT and DATA_DIR. Nothing of the kind is taken over from the environment of the tests. */
  env?: Record<string, string>
  /** A fresh temporary one unless given. */
  dataFolder?: string
  port?: number
}

/** Runs the production build as `npm start` does, in one process of its own, and waits until it answers. */
export async function startDiptych(options: DiptychOptions = {}): Promise<DiptychServer> {
  const port = options.port ?? (await freePort())
  const dataFolder = options.dataFolder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'diptych-e2e-'))
  const url = `http://127.0.0.1:${port}`
  let log = ''
  let running: ChildProcess | undefined

  async function start(): Promise<void> {
    if (running) throw new Error('This server runs already.')
    const child = spawnDiptych({ PORT: String(port), DATA_DIR: dataFolder, ...options.env })
    running = child
    child.stdout?.on('data', (text) => (log += text))
    child.stderr?.on('data', (text) => (log += text))
    child.once('exit', () => (running = undefined))
    const end = Date.now() + startPatienceMs
    while (!(await answers(url))) {
      if (running !== child) throw new Error(`Diptych ended while it was starting:\n${log}`)
      if (Date.now() > end) throw new Error(`Diptych did not answer within a minute:\n${log}`)
      await sleep(25)
    }
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const child = running
    if (!child) return null
    const code = new Promise<number | null>((resolve) => child.once('close', resolve))
    child.kill(signal)
    return code
  }

  const server: DiptychServer = {
    url,
    port,
    dataFolder,
    log: () => log,
    start,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    async dispose() {
      await end('SIGKILL')
      if (!options.dataFolder) fs.rmSync(dataFolder, { recursive: true, force: true })
    },
  }
  try {
    await start()
  } catch (error) {
    await server.dispose()
    throw error
  }
  return server
}

const children = new Set<ChildProcess>()
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')))

/** The server's process alone: for those who expect it not to start. */
export function spawnDiptych(env: Record<string, string>): ChildProcess {
  const { parameters, environment } = serverProcess('start', env.HOST ?? '127.0.0.1', env.PORT ?? '3000')
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...machine(), ...environment, SANDBOX_LATENCY_MS: sandboxLatency, ...env },
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** What a program needs of the machine: no key and no setting of the person who runs the tests is in it. */
export function machine(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LD_LIBRARY_PATH']
  const known = names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  return { ...Object.fromEntries(known), NODE_ENV: 'production' }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}

/** What a log says of faults that nobody expected: none of it may be there after a test. */
export function unexpectedLines(log: string): string[] {
  return log.split('\n').filter((line) => /unexpected|unhandled|⨯|could not be started|warning/i.test(line))
}
