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

install()
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'diptych-test-'))
const bin = (name) => `node_modules/.bin/${name}`
const totals = { passed: 0, failed: 0 }

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
stage('unit and contract tests', bin('vitest'), [
  'run',
  '--config=lib/testing/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
count('unit and contract tests', unitReport, (report) => [report.numPassedTests, report.numTotalTests])

await build()
count1('build', true)

const chromium = findChromium()
if (!chromium) console.error('No Chromium could be found or installed: the browser tests will fail.')
const browserReport = path.join(reports, 'browser.json')
stage('browser tests', bin('playwright'), ['test', '--config=e2e/playwright.config.ts'], {
  CHROMIUM_PATH: chromium ?? '',
  PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
})
// "flaky" passed only on a second try: a race, and so a failure.
count('browser tests', browserReport, ({ stats }) => [
  stats.expected,
  stats.expected + stats.unexpected + stats.flaky,
])

fs.rmSync(reports, { recursive: true, force: true })
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = totals.failed > 0 ? 1 : 0

/** A stage that counts as one test. */
function check(name, program, parameters) {
  count1(name, stage(name, program, parameters))
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

function count1(name, passed) {
  if (passed) totals.passed += 1
  else totals.failed += 1
}

/** Adds a runner's counts; a report that is missing, or counts no test, is a failure of its own. */
function count(name, file, read) {
  let passed = 0
  let total = 0
  if (fs.existsSync(file)) [passed, total] = read(JSON.parse(fs.readFileSync(file, 'utf8')))
  totals.passed += passed
  totals.failed += total === 0 ? 1 : total - passed
}
