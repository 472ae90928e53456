import 'server-only'
import { providers, type ProviderId } from '@/lib/models/providers'
import { ProviderError } from '@/lib/providers/provider-error'
import { backoffMs } from './backoff'
import type { FailureCode } from './failure'

/** One more at once after each minute in which it refused nothing: a guess too high costs one refusal a minute. */
const oneMoreEveryMs = 60_000
/** Predictions that a provider puts off are given up when it has taken nothing at all for this long. */
const patienceMs = 30 * 60_000

/** A provider has said that it takes no more for now (429, or 503 with Retry-After). */
export interface Hold {
  code: FailureCode
  /** Nothing is sent there before (epoch milliseconds). Null: less is sent at once than usual. */
  until: number | null
}

/**
 * How fast each provider takes work, learned from what it refuses: it is left alone for as long as it asks, and then
 * given half as much at once. Known to this process only: of several servers on one database each finds its own.
 */
export interface ProviderPace {
  hold(provider: ProviderId): Hold | undefined
  /** How many predictions it is given at once at present. */
  limit(provider: ProviderId): number
  /** It took a request. */
  took(provider: ProviderId): void
  /**
   * It put a request off that was sent at `sentAt`.
   * @returns when to send it again, or undefined if that has gone on for too long
   */
  refused(
    provider: ProviderId,
    refusal: { code: FailureCode; sentAt: number; askedMs?: number },
  ): number | undefined
}

interface Slowed {
  code: FailureCode
  limit: number
  loweredAt: number
  pausedUntil: number
  /** Of the refusals since it last took something: how many, the first and the last. */
  refusals: number
  firstAt: number
  lastAt: number
}

export function createProviderPace(now: () => number): ProviderPace {
  const slowed = new Map<ProviderId, Slowed>()

  function limit(provider: ProviderId): number {
    const { concurrency } = providers[provider]
    const known = slowed.get(provider)
    if (!known) return concurrency
    const calmMs = Math.max(0, now() - Math.max(known.pausedUntil, known.loweredAt))
    return Math.min(concurrency, known.limit + Math.floor(calmMs / oneMoreEveryMs))
  }

  return {
    limit,

    hold(provider) {
      const known = slowed.get(provider)
      if (!known) return undefined
      if (known.pausedUntil > now()) return { code: known.code, until: known.pausedUntil }
      return limit(provider) < providers[provider].concurrency ? { code: known.code, until: null } : undefined
    },

    took(provider) {
      const known = slowed.get(provider)
      if (known) known.refusals = 0
    },

    refused(provider, { code, sentAt, askedMs }) {
      const at = now()
      const known = slowed.get(provider)
      const goesOn = known !== undefined && known.refusals > 0 && at - known.lastAt < patienceMs
      // Sent together with one that was refused already: it tells nothing new.
      const isNews = known === undefined || sentAt > known.loweredAt
      const refusals = (goesOn ? known.refusals : 0) + (isNews || !goesOn ? 1 : 0)
      const firstAt = goesOn ? known.firstAt : at
      const until = at + backoffMs(refusals, { asked: askedMs })
      slowed.set(provider, {
        code,
        limit: isNews ? Math.ceil(limit(provider) / 2) : known.limit,
        loweredAt: isNews ? at : known.loweredAt,
        pausedUntil: Math.max(until, known?.pausedUntil ?? 0),
        refusals,
        firstAt,
        lastAt: at,
      })
      return until > firstAt + patienceMs ? undefined : until
    },
  }
}

/** Whether the provider only put the request off: it is well, and would take it later. */
export function isPutOff(error: unknown): error is ProviderError {
  return (
    error instanceof ProviderError &&
    error.transient &&
    (error.code === 'rate-limited' || error.retryAfterMs !== undefined)
  )
}
