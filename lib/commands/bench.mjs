/** `npm run bench`: builds if need be, then measures. What is measured and how stands in lib/bench/. */
import { build, install, run } from './set-up.mjs'

install()
await build()
run(process.execPath, [
  '--conditions=react-server',
  '--import',
  'tsx',
  'lib/bench/bench.ts',
  ...process.argv.slice(2),
])
