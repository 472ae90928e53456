import 'server-only'
import { ProviderError } from '@/lib/providers/provider-error'
import type { Failure, FailureCode } from './failure'
import type { Lifecycle } from './lifecycle'
import type { InState } from './prediction'

/** The failed state, now. */
export function failed(
  lifecycle: Lifecycle,
  code: FailureCode,
  billed: Failure['billed'],
  detail?: string,
  submittedAt?: number,
): InState<'failed'> {
  return { state: 'failed', submittedAt, finishedAt: lifecycle.now(), failure: { code, detail, billed } }
}

/** What a thrown error means for the person. Anything but a `ProviderError` is our own fault, and is logged. */
export function failureFrom(lifecycle: Lifecycle, error: unknown, billed: Failure['billed']): Failure {
  if (error instanceof ProviderError) return { code: error.code, detail: error.detail, billed }
  lifecycle.log('unexpected error', error)
  return { code: 'internal', billed }
}
