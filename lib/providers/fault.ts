import 'server-only'
import { ProviderError, type ProviderErrorCode } from './provider-error'
import { speaksOfCredit, speaksOfModeration } from './words-meaning'

/**
 * What a request is for, because the same fault means different things: `submit` costs money and must not be sent
 * twice; `deliver` is free, but nothing is lost by giving up; `poll` is free, and behind it is a job already paid for.
 */
export type Purpose = 'submit' | 'deliver' | 'poll'

/** How a request ended, if not well. */
export type Fault =
  /** Not a byte left. */
  | 'not-connected'
  /** 429, or 503 with Retry-After: not taken, try later. */
  | 'busy'
  /** Any other 4xx: not taken. */
  | 'refused'
  /** 404 or 410: what is asked for is not there. */
  | 'gone'
  /** A redirect, which says that the request belongs elsewhere. Never followed: the key must not go there. */
  | 'redirected'
  /** 5xx: something happened, perhaps the work. */
  | 'broken'
  /** The connection ended, or time ran out, before the answer had come. */
  | 'lost'
  /** An answer of success that can't be understood. */
  | 'unreadable'

type Verdict = Pick<ProviderError, 'accepted' | 'transient'>
const tryAgain: Verdict = { accepted: 'no', transient: true }
const final: Verdict = { accepted: 'no', transient: false }
const unknown: Verdict = { accepted: 'unknown', transient: false }

/**
 * The money rules, whole. A submit is tried again only where the provider certainly did not take it; a paid job is
 * given up only where the provider no longer has it: a wrong key or a moved address can be mended while it waits.
 */
const verdicts: Record<Fault, Record<Purpose, Verdict>> = {
  'not-connected': { submit: tryAgain, deliver: tryAgain, poll: tryAgain },
  busy: { submit: tryAgain, deliver: tryAgain, poll: tryAgain },
  refused: { submit: final, deliver: final, poll: tryAgain },
  gone: { submit: final, deliver: final, poll: final },
  redirected: { submit: final, deliver: final, poll: tryAgain },
  broken: { submit: unknown, deliver: tryAgain, poll: tryAgain },
  lost: { submit: unknown, deliver: tryAgain, poll: tryAgain },
  unreadable: { submit: unknown, deliver: tryAgain, poll: tryAgain },
}

export function faultError(
  fault: Fault,
  purpose: Purpose,
  code: ProviderErrorCode,
  more: { detail?: string; retryAfterMs?: number } = {},
): ProviderError {
  return new ProviderError(code, { ...verdicts[fault][purpose], ...more })
}

/** The error for an answer that is not a success. */
export function statusError(
  status: number,
  purpose: Purpose,
  words: string | undefined,
  retryAfterMs?: number,
): ProviderError {
  const fault = faultOf(status, retryAfterMs)
  const detail = words ?? `HTTP ${status}`
  return faultError(fault, purpose, codeOf(status, purpose, words ?? ''), {
    detail,
    retryAfterMs: fault === 'busy' || purpose !== 'submit' ? retryAfterMs : undefined,
  })
}

function faultOf(status: number, retryAfterMs: number | undefined): Fault {
  if (status === 429 || (status === 503 && retryAfterMs !== undefined)) return 'busy'
  if (status === 404 || status === 410) return 'gone'
  if (status === 301 || status === 307 || status === 308) return 'redirected'
  if (status >= 400 && status < 500) return 'refused'
  // The other 3xx too: "302 Found" and "303 See other" may well follow work that was taken.
  return status >= 500 ? 'broken' : 'unreadable'
}

function codeOf(status: number, purpose: Purpose, text: string): ProviderErrorCode {
  if (status === 401) return 'auth'
  if (status === 402 || ([400, 403].includes(status) && speaksOfCredit(text))) return 'credit'
  if ([400, 403, 422].includes(status) && speaksOfModeration(text)) return 'moderation'
  if (status === 403) return 'auth'
  if (status === 408 || status === 504) return 'timeout'
  if (status === 429) return 'rate-limited'
  if (status >= 500) return 'unavailable'
  if (status < 400) return 'protocol'
  if (purpose === 'poll') return status === 404 || status === 410 ? 'expired' : 'protocol'
  return 'invalid-input'
}
