/** `npm start`: everything from a fresh clone to a running server. `--dev` starts Next's development server. */
import { spawn } from 'node:child_process'
import { serverProcess } from './server-process.mjs'
import { build, install, root } from './set-up.mjs'

const isDevelopment = process.argv.includes('--dev')
const host = process.env.HOST || '127.0.0.1'
const port = process.env.PORT || '3000'

install()
if (!isDevelopment) await build()

const server = serverProcess(isDevelopment ? 'dev' : 'start', host, port)
const next = spawn(process.execPath, server.parameters, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...server.environment },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => next.kill(signal))
next.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
