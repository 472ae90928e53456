/** `npm start`: everything from a fresh clone to a running server. `--dev` starts Next's development server. */
import { spawn } from 'node:child_process'
import { build, environment, install, root } from './set-up.mjs'

const isDevelopment = process.argv.includes('--dev')
const host = process.env.HOST || '127.0.0.1'
const port = process.env.PORT || '3000'

install()
if (!isDevelopment) await build()

const next = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', isDevelopment ? 'dev' : 'start', '--hostname', host, '--port', port],
  {
    cwd: root,
    stdio: 'inherit',
    // Our own handlers end the work in order: a submit whose answer is still to come must not be cut off.
    env: { ...environment, HOST: host, PORT: port, NEXT_MANUAL_SIG_HANDLE: '1', MALLOC_ARENA_MAX: '2' },
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => next.kill(signal))
next.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
