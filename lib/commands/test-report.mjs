/**
 * What the runners' JSON reports say, in one form: how many passed, and what failed by name and first words. A log is
 * often read from its end and cut before, so `npm test` repeats the failures there.
 */
import fs from 'node:fs'

/**
 * @typedef {{ name: string, words: string }} Failure  `words`: the first lines of what the runner said of it.
 * @typedef {{ passed: number, failures: Failure[] }} Outcome
 */

/**
 * Vitest's report (its JSON reporter). A file that could not be loaded has no tests, and is a failure itself.
 * @param {string} file
 * @returns {Outcome}
 */
export function readVitestReport(file) {
  const failures = []
  const report = readJson(file)
  for (const { name, status, message, assertionResults } of report?.testResults ?? []) {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    for (const test of failed)
      failures.push(failure(`${relative(name)} › ${test.fullName}`, test.failureMessages?.join('\n')))
    if (status === 'failed' && failed.length === 0) failures.push(failure(relative(name), message))
  }
  return { passed: report?.numPassedTests ?? 0, failures }
}

/**
 * Playwright's report (its JSON reporter). "flaky" passed only on a second try: a race, and so a failure. Errors of no
 * test (a file that could not be loaded, a worker that did not end) are failures too.
 * @param {string} file
 * @returns {Outcome}
 */
export function readPlaywrightReport(file) {
  const failures = []
  const report = readJson(file)
  for (const { name, test } of specsOf(report?.suites ?? [], []))
    if (test.status === 'unexpected' || test.status === 'flaky')
      failures.push(failure(name, test.results.flatMap(({ errors }) => errors.map(words)).join('\n')))
  for (const error of report?.errors ?? []) failures.push(failure('no test of its own', words(error)))
  return { passed: report?.stats?.expected ?? 0, failures }
}

function* specsOf(suites, above) {
  for (const { title, specs = [], suites: below = [] } of suites) {
    const path = [...above, title]
    for (const spec of specs)
      for (const test of spec.tests) yield { name: [...path, spec.title].join(' › '), test }
    yield* specsOf(below, path)
  }
}

function words({ message, value, location }) {
  const at = location ? ` (${relative(location.file)}:${location.line})` : ''
  return `${message ?? value ?? 'no words'}${at}`
}

/**
 * A failure with the first lines of what was said of it.
 * @param {string} name
 * @param {string | undefined} text
 * @returns {Failure}
 */
export function failure(name, text) {
  const lines = (text ?? '')
    // Colours of a terminal.
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return { name, words: lines.slice(0, 12).join('\n') }
}

function relative(file) {
  return file.replace(`${process.cwd()}/`, '')
}

function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined
}
