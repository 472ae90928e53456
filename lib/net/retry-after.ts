import 'server-only'

/** A server may ask for a day; a person would rather be told than wait that long. */
const longestMs = 10 * 60_000

/**
 * The Retry-After header in milliseconds from `now`: seconds or an HTTP date, at most ten minutes. Undefined where it
 * is absent or not readable.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim()
  if (!text) return undefined
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestMs)
}
