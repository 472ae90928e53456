import 'server-only'

/** What our own rules forbid: the same URL will be refused again. The message is a sentence for people. */
export class DownloadRefused extends Error {
  override readonly name = 'DownloadRefused'
  constructor(
    readonly code: 'not-http' | 'private-address' | 'too-large' | 'too-many-redirects',
    message: string,
  ) {
    super(message)
  }
}

/** What went wrong on the way: it may pass. The message is a sentence for people. */
export class DownloadFailed extends Error {
  override readonly name = 'DownloadFailed'
  /** The server's answer, for code `status`. */
  readonly status?: number
  /** How long the server asked us to wait. */
  readonly retryAfterMs?: number
  constructor(
    readonly code: 'timeout' | 'status' | 'network',
    message: string,
    answer: { status?: number; retryAfterMs?: number } = {},
  ) {
    super(message)
    this.status = answer.status
    this.retryAfterMs = answer.retryAfterMs
  }
}
