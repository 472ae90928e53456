import 'server-only'

/** What an adapter is made with. */
export interface ProviderOptions {
  apiKey: string
  /** Where the provider's API is: an http(s) origin, with a path prefix where there is one, as on the sandbox. */
  baseUrl: string
  /** Milliseconds since 1970. */
  now?: () => number
  timeouts?: Partial<Timeouts>
}

/** Milliseconds for one exchange, body included. */
export interface Timeouts {
  /** The paid request: long, because after it nobody knows whether it will be billed. */
  submitMs: number
  /** Asking for a job's state. */
  pollMs: number
  /** Uploading one input picture, or downloading one output. */
  transferMs: number
}

export const defaultTimeouts: Timeouts = { submitMs: 120_000, pollMs: 30_000, transferMs: 120_000 }

/** Most bytes of one answer or output: four large PNGs in Base64 fit. */
export const mostAnswerBytes = 64 * 1024 * 1024
