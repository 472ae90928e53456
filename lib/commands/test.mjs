/**
 * `npm test`: everything, from a fresh clone, the browser included. Each stage runs even if an earlier one failed; the
 * last line counts: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensurePostgres, findChromium } from './machine.mjs'
import { build, environment, install } from './set-up.mjs'
import { readPlaywrightReport, readVitestReport } from './test-report.mjs'

install()
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'diptych-test-'))
const bin = (name) => `node_modules/.bin/${name}`
let passed = 0
/** @type {import('./test-report.mjs').Failure[]} */
const failures = []

check('lint', bin('eslint'), ['.', '--max-warnings=0'])
check('format', bin('prettier'), [
  '--check',
  '--log-level=warn',
  'app',
  'components',
  'lib',
  'e2e',
  '*.ts',
  '*.mjs',
])
// Makes the types of routes and pages, which the compiler then reads.
stage('route types', process.execPath, ['node_modules/next/dist/bin/next', 'typegen'])
check('types', bin('tsc'), ['--noEmit', '--incremental', 'false'])

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
if (failures.length > 0) console.error('\nWhat failed:')
for (const { name, words } of failures) console.error(`\n✗ ${name}\n${words.replace(/^/gm, '    ')}`)
console.log(`\n${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 ? 1 : 0

/** A stage that counts as one test. */
function check(name, program, parameters) {
  if (stage(name, program, parameters)) passed += 1
  else failures.push({ name, words: 'Its words stand above, under its name.' })
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
  console.log(
    `— ${name}: ${status === 0 ? 'passed' : 'failed'} in ${Math.round((Date.now() - started) / 1000)} s`,
  )
  return status === 0
}
