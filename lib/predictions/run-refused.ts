import 'server-only'

export interface RunIssue {
  /** Which of the run's choices refused, from 0. */
  choice: number
  /** The parameter by its name in that model's table; empty if it is about the whole input. */
  path: string
  message: string
}

/** The request can't be run as it is; nothing was stored and nothing sent. */
export class RunRefused extends Error {
  override readonly name = 'RunRefused'
  constructor(
    readonly code:
      | 'invalid-input'
      | 'unknown-model'
      | 'idempotency-conflict'
      | 'no-public-url'
      /** Only what came to nothing is tried again. */
      | 'not-ended',
    message: string,
    readonly issues: RunIssue[] = [],
  ) {
    super(message)
  }
}
