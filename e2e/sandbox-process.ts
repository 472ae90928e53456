import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Submit } from '@/lib/sandbox/server/submit-log'
import { machine, root } from './diptych-server'
import { freePort } from './free-port'

export interface SandboxProcess {
  /** What a Diptych needs to take the sandbox for the three real providers. */
  env: Record<string, string>
  /** Every paid request that it took, oldest first. */
  submits(): Submit[]
  dispose(): Promise<void>
}

/** `npm run sandbox` in a process of its own, which outlives a Diptych that is killed. */
export async function startSandboxProcess(env: Record<string, string> = {}): Promise<SandboxProcess> {
  const port = await freePort()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'diptych-e2e-sandbox-'))
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/commands/sandbox.ts'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...machine(), DATA_DIR: folder, SANDBOX_PORT: String(port), ...env },
    },
  )
  let log = ''
  child.stdout.on('data', (text) => (log += text))
  child.stderr.on('data', (text) => (log += text))
  process.once('exit', () => child.kill('SIGKILL'))
  while (!log.includes('is ready')) {
    if (child.exitCode !== null) throw new Error(`The sandbox did not start:\n${log}`)
    await sleep(50)
  }
  const origin = `http://127.0.0.1:${port}`
  return {
    env: {
      VIBEDREAM_API_KEY: 'sandbox',
      VIBEDREAM_BASE_URL: `${origin}/vibedream`,
      WAVESPEED_API_KEY: 'sandbox',
      WAVESPEED_BASE_URL: `${origin}/wavespeed`,
      BYTECOMPUTE_API_KEY: 'sandbox',
      BYTECOMPUTE_BASE_URL: `${origin}/bytecompute`,
    },
    submits: () =>
      fs
        .readFileSync(path.join(folder, 'sandbox-alone', 'submits.log'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Submit),
    async dispose() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode === null && child.kill('SIGKILL')) await ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
