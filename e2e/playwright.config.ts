import { defineConfig } from '@playwright/test'

/** One browser, no second tries: what passes only at times is a race, and a race is a fault. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // Two cores, and each worker runs a server beside its browser.
  workers: 2,
  retries: 0,
  // Generous: it only ends what hangs, and a machine may be busy with other things.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] satisfies [string]] : [])],
  use: {
    browserName: 'chromium',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
})
