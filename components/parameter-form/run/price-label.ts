import type { Model } from '@/lib/models/model'
import { formatCents } from '@/components/ui/format-cents'

/** "2¢ per run" */
export function priceLabel({ price }: Model): string {
  return `${formatCents(price.cents)} per ${price.per}`
}

/** "5–15 s", "1–2 min"; undefined where the provider states no usual time. */
export function usualTime({ usualSeconds }: Model): string | undefined {
  if (!usualSeconds) return undefined
  const [from, to] = usualSeconds
  return from >= 60 ? `${Math.round(from / 60)}–${Math.round(to / 60)} min` : `${from}–${to} s`
}

/** What stands on the Run button. No price while the values that make it are wrong. */
export function runLabel(cents: number, mode: 'live' | 'sandbox'): string {
  if (mode === 'sandbox') return 'Run · free (sandbox)'
  return Number.isFinite(cents) ? `Run · ${formatCents(cents)}` : 'Run'
}
