import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      // The real one throws outside a React server build; the fence itself is held by the boundaries test.
      'server-only': fileURLToPath(new URL('./server-only.ts', import.meta.url)),
    },
  },
  test: {
    include: ['{app,components,lib}/**/*.test.{ts,tsx}'],
    globalSetup: [fileURLToPath(new URL('./postgres-for-tests.ts', import.meta.url))],
    setupFiles: [fileURLToPath(new URL('./fail-on-console-error.ts', import.meta.url))],
    // Two cores, and tests that start servers and databases: leave them air.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
