import 'server-only'

export interface RateLimit {
  /** Takes one for `key`; returns 0, or how many seconds it must wait where there is none left. */
  take(key: string): number
  /** As if nothing had been taken. */
  forget(key: string): void
}

/** Keys kept at most; those that are full again go first. */
const mostKeys = 20_000

/**
 * At most `burst` at once and `perMinute` in the long run, for each key, in the memory of this process.
 * @param now epoch milliseconds
 */
export function createRateLimit(
  { burst, perMinute }: { burst: number; perMinute: number },
  now: () => number,
): RateLimit {
  const perMs = perMinute / 60_000
  /** What is left, at which time; in the order of last use. */
  const buckets = new Map<string, { left: number; at: number }>()

  function makeRoom(time: number): void {
    if (buckets.size < mostKeys) return
    for (const [key, { left, at }] of buckets) if (left + (time - at) * perMs >= burst) buckets.delete(key)
    for (const key of buckets.keys()) {
      if (buckets.size < mostKeys) return
      buckets.delete(key)
    }
  }

  return {
    take(key) {
      const time = now()
      const known = buckets.get(key)
      const left = known ? Math.min(burst, known.left + Math.max(0, time - known.at) * perMs) : burst
      if (!known) makeRoom(time)
      buckets.delete(key)
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at: time })
      return left >= 1 ? 0 : Math.ceil((1 - left) / perMs / 1000)
    },
    forget: (key) => void buckets.delete(key),
  }
}
