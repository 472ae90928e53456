import { afterEach, beforeEach, expect, vi } from 'vitest'

/** An unexpected console.error or console.warn fails the test that caused it. A test that expects one mocks it itself. */
let error: ReturnType<typeof vi.spyOn>
let warn: ReturnType<typeof vi.spyOn>

beforeEach(() => {
  error = vi.spyOn(console, 'error').mockImplementation(() => {})
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(() => {
  const calls = [...error.mock.calls, ...warn.mock.calls]
  error.mockRestore()
  warn.mockRestore()
  expect(calls, 'unexpected console.error or console.warn').toEqual([])
})
