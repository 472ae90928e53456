/**
 * `npm test`: everything, from a fresh clone, the browser included. Each stage runs even if an earlier one failed; the
 * last line counts: `N passed, N failed`.
 */
import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { ensurePostgres, findChromium } from './machine.mjs'
import { build, environment, install } from './set-up.mjs'
import { failure, readPlaywrightReport, readVitestReport } from './test-report.mjs'

const execute = promisify(execFile)

let passed = 0
/** @type {import('./test-report.mjs').Failure[]} */
const failures = []
// At the exit, because what breaks off, such as a build that fails, must not end without the count.
process.once('exit', tell)

install()
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'diptych-test-'))
const bin = (name) => `node_modules/.bin/${name}`

// Makes the types of routes and pages, which the checks read.
stage('route types', process.execPath, ['node_modules/next/dist/bin/next', 'typegen'])
// Each uses one core, and there are two.
await Promise.all([
  check('lint', bin('eslint'), ['.', '--max-warnings=0']),
  check('types', bin('tsc'), ['--noEmit', '--incremental', 'false']).then(() =>
    check('format', bin('prettier'), [
      '--check',
      '--log-level=warn',
      'app',
      'components',
      'lib',
      'e2e',
      '*.ts',
      '*.mjs',
    ]),
  ),
])

if (!ensurePostgres())
  console.error('PostgreSQL is missing: its tests will fail. Install Debian’s package "postgresql".')
const unitReport = path.join(reports, 'unit.json')
runner(
  'unit and contract tests',
  bin('vitest'),
  [
    'run',
    '--config=lib/testing/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ],
  () => readVitestReport(unitReport),
)

await build()
passed += 1

const chromium = findChromium()
if (!chromium) console.error('No Chromium could be found or installed: the browser tests will fail.')
const browserReport = path.join(reports, 'browser.json')
runner(
  'browser tests',
  bin('playwright'),
  ['test', '--config=e2e/playwright.config.ts'],
  () => readPlaywrightReport(browserReport),
  { CHROMIUM_PATH: chromium ?? '', PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
)

fs.rmSync(reports, { recursive: true, force: true })

/** @param {number} code  not 0 where the run broke off, which no other failure brings about */
function tell(code) {
  if (code !== 0)
    failures.push({ name: 'npm test', words: 'It broke off. What came next was not run; why stands above.' })
  if (failures.length > 0) console.error('\nWhat failed:')
  for (const { name, words } of failures) console.error(`\n✗ ${name}\n${words.replace(/^/gm, '    ')}`)
  console.log(`\n${passed} passed, ${failures.length} failed`)
  if (failures.length > 0) process.exitCode = 1
}

/** A stage that counts as one test, beside others: what it says is shown when it has ended. */
async function check(name, program, parameters) {
  const started = Date.now()
  const outcome = await execute(program, parameters, { env: environment, maxBuffer: Infinity }).catch(
    (error) => error,
  )
  const succeeded = !(outcome instanceof Error)
  const words = [outcome.stdout, outcome.stderr].filter(Boolean).join('\n')
  console.log(`\n— ${name}\n${words}${ending(name, succeeded, started)}`)
  if (succeeded) passed += 1
  else failures.push(failure(name, words))
}

/** A stage of many tests. One that fails without naming a failed test, or runs none, is a failure of its own. */
function runner(name, program, parameters, read, more) {
  const succeeded = stage(name, program, parameters, more)
  const outcome = read()
  passed += outcome.passed
  failures.push(...outcome.failures)
  if (outcome.failures.length === 0 && (!succeeded || outcome.passed === 0))
    failures.push({ name, words: 'It ended badly, or ran nothing. Its words stand above, under its name.' })
}

function stage(name, program, parameters, more = {}) {
  console.log(`\n— ${name}`)
  const started = Date.now()
  const { status } = spawnSync(program, parameters, { stdio: 'inherit', env: { ...environment, ...more } })
  console.log(ending(name, status === 0, started))
  return status === 0
}

function ending(name, succeeded, started) {
  const seconds = Math.round((Date.now() - started) / 1000)
  return `— ${name}: ${succeeded ? 'passed' : 'failed'} in ${seconds} s`
}
