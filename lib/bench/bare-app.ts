import 'server-only'
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '@/e2e/diptych-server'
import { freePort } from '@/e2e/free-port'

/** Builds and serves a Next app with one line of text, as the measure for the first load. Below .data: its modules are ours. */
export async function startBareApp(): Promise<{ url: string; close(): void }> {
  const folder = path.join(root, '.data', 'bench-bare-app')
  fs.mkdirSync(path.join(folder, 'app'), { recursive: true })
  const write = (file: string, text: string) => fs.writeFileSync(path.join(folder, file), text)
  write('package.json', '{"private":true}')
  write('next.config.mjs', `export default { turbopack: { root: ${JSON.stringify(root)} } }`)
  write('app/layout.jsx', 'export default ({children}) => <html lang="en"><body>{children}</body></html>')
  write('app/page.jsx', 'export const dynamic = "force-dynamic"; export default () => <h1>A bare page</h1>')
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The bare page could not be built:\n${stdout}${stderr}`)
  const port = await freePort()
  const parameters = [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)]
  const server = spawn(process.execPath, parameters, { cwd: folder, env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(url).catch(() => undefined))?.ok) await sleep(50)
  return { url, close: () => void server.kill() }
}
