/**
 * How long to wait before attempt `attempt` (from 1): doubling from `first` up to `most` milliseconds, with up to a
 * quarter of jitter so that many do not come back at once; never shorter than the provider asked for.
 */
export function backoffMs(attempt: number, { first = 1000, most = 30_000, asked = 0 } = {}): number {
  const wait = Math.min(most, first * 2 ** (attempt - 1))
  return Math.max(asked, Math.round(wait * (0.75 + Math.random() * 0.5)))
}
