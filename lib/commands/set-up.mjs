/**
 * What a fresh clone needs before anything of ours can run: dependencies and the production build, each made again
 * only when what it is made from has changed. Node's own modules only, because nothing else is there yet.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { compressChunks } from './compress-chunks.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)

/** Nothing of ours reports to anyone. */
export const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  fail(
    `Diptych needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and try again.`,
  )

/** Installs the dependencies of package-lock.json unless these very ones are installed. */
export function install() {
  const stamp = 'node_modules/.diptych-installed'
  const wanted = hashOf(
    ['package.json', 'package-lock.json'],
    process.versions.modules,
    process.platform,
    process.arch,
  )
  if (read(stamp) === wanted) return
  console.log('Installing dependencies (once; a minute or two)…')
  // Not `npm ci`: it insists on an entry for every other platform's optional package, also where the registry at hand
  // has none of them. The versions are the lock file's all the same, and nothing is written to it.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
  fs.writeFileSync(stamp, wanted)
}

/** Makes the production build unless this very source is built. */
export async function build() {
  const stamp = '.next/diptych-built'
  const wanted = hashOf(sourceFiles(), read('node_modules/.diptych-installed') ?? '')
  if (read(stamp) === wanted && fs.existsSync('.next/BUILD_ID')) return
  console.log('Building (once for each version)…')
  run(process.execPath, ['node_modules/next/dist/bin/next', 'build'])
  await compressChunks()
  fs.writeFileSync(stamp, wanted)
}

/** Runs a program to its end with our output; ends this process if it fails. */
export function run(program, parameters) {
  const { status, error } = spawnSync(program, parameters, { stdio: 'inherit', env: environment })
  if (status !== 0)
    fail(`"${[program, ...parameters].join(' ')}" failed${error ? `: ${error.message}` : ''}.`)
}

export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function sourceFiles() {
  const folders = ['app', 'components', 'lib', 'public']
  const files = folders.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  )
  const single = ['instrumentation.ts', 'proxy.ts', 'next.config.ts', 'tsconfig.json', 'postcss.config.mjs']
  return [...files, ...single].sort()
}

function hashOf(files, ...more) {
  const hash = createHash('sha256').update(more.join('\n'))
  for (const file of files) hash.update(`\n${file}\n`).update(fs.readFileSync(file))
  return hash.digest('hex')
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined
}
