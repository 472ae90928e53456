/** Why a provider call failed, in terms that the lifecycle and a person can act on. */
export const providerErrorCodes = [
  /** The key is missing, wrong or not allowed (401, 403). */
  'auth',
  /** No funds (402, or a text that says so). */
  'credit',
  /** The provider's content check refused the input or the output. */
  'moderation',
  /** The provider refused the request as malformed or unsupported (400, 404 on submit, 413, 422). */
  'invalid-input',
  /** The provider could not fetch or read an input picture. */
  'input-unreachable',
  /** Too many requests (429). */
  'rate-limited',
  /** The provider can't be reached, or is down (connection errors, 5xx). */
  'unavailable',
  /** Not done in time: by the provider's word, or by our deadline. */
  'timeout',
  /** The provider no longer has the job or the output. */
  'expired',
  /** The model worked and failed, or the job was ended at the provider. */
  'generation-failed',
  /** An answer that can't be understood. */
  'protocol',
] as const

export type ProviderErrorCode = (typeof providerErrorCodes)[number]

export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  readonly code: ProviderErrorCode
  /**
   * For a submit: whether the provider may have taken the work without our knowing. `no`: it certainly did not, or it
   * told at once that the work failed; `unknown`: the answer was lost, and the prediction ends as unconfirmed.
   * Always `no` for the reads, where it means nothing.
   */
  readonly accepted: 'no' | 'unknown'
  /**
   * Whether the same call may be made again by itself: for a submit only if `accepted` is `no` and the fault passes
   * (connection refused, 429, 503 with Retry-After); for a read if the fault may pass. Otherwise it is the last word.
   */
  readonly transient: boolean
  /** How long the provider asked us to wait. */
  readonly retryAfterMs?: number
  /**
   * The provider's own words, or the code of a network fault, cleaned of keys and markup, at most 500 characters; may
   * be shown.
   */
  readonly detail?: string

  constructor(
    code: ProviderErrorCode,
    options: {
      accepted: 'no' | 'unknown'
      transient: boolean
      retryAfterMs?: number
      detail?: string
      cause?: unknown
    },
  ) {
    super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause })
    this.code = code
    this.accepted = options.accepted
    this.transient = options.transient
    this.retryAfterMs = options.retryAfterMs
    this.detail = options.detail
  }
}
