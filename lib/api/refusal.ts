import 'server-only'
import { ZodError } from 'zod'
import type { PictureRefused } from '@/lib/assets/picture-refused'
import type { Log } from '@/lib/log'
import type { DownloadFailed, DownloadRefused } from '@/lib/net/download-error'
import type { RunIssue, RunRefused } from '@/lib/predictions/run-refused'
import { ApiError } from './api-error'

/** Why a request was refused, for whoever made it. */
export interface Refusal {
  /** HTTP status. */
  status: number
  /** One or more sentences. */
  error: string
  code: string
  issues?: RunIssue[]
  /** For the answer. */
  headers?: Record<string, string>
}

const runRefusalStatus: Record<RunRefused['code'], number> = {
  'invalid-input': 422,
  'unknown-model': 404,
  'idempotency-conflict': 409,
  'no-public-url': 422,
  'not-ended': 409,
}

/** The errors that carry a sentence for the caller, by the name each sets. */
interface Told {
  RunRefused: RunRefused
  PictureRefused: PictureRefused
  DownloadRefused: DownloadRefused
  DownloadFailed: DownloadFailed
}

/**
 * By name and not by `instanceof`: the server is composed in the bundle of instrumentation.ts, whose classes are other
 * objects than those of a route's bundle.
 */
function isTold<N extends keyof Told>(error: unknown, name: N): error is Told[N] {
  return error instanceof Error && error.name === name
}

/** What to tell the caller about an error; one that is not meant for them is logged and told as `internal`. */
export function refusalFrom(error: unknown, log: Log): Refusal {
  if (error instanceof ApiError) {
    const { status, message, code, headers } = error
    return { status, error: message, code, headers }
  }
  if (isTold(error, 'RunRefused')) {
    return {
      status: runRefusalStatus[error.code],
      error: error.message,
      code: error.code,
      issues: error.issues,
    }
  }
  if (isTold(error, 'PictureRefused'))
    return { status: error.code === 'too-many-bytes' ? 413 : 422, error: error.message, code: error.code }
  if (isTold(error, 'DownloadRefused') || isTold(error, 'DownloadFailed'))
    return { status: 422, error: error.message, code: error.code }
  if (error instanceof ZodError) {
    const issues = error.issues.map(({ path, message }) => ({ choice: 0, path: path.join('.'), message }))
    return {
      status: 422,
      error: issues.map(({ message }) => message).join(' '),
      code: 'invalid-input',
      issues,
    }
  }
  log('a request failed unexpectedly', error)
  const sentence = 'Something went wrong inside Diptych. Try again; the server’s log says more.'
  return { status: 500, error: sentence, code: 'internal' }
}
