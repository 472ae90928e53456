import type { Model } from '@/lib/models/model'
import type { PlanCheck } from '@/lib/models/plan-check'
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
export function runLabel(check: Pick<PlanCheck, 'count' | 'cents' | 'isFree'>): string {
  const run = check.count > 1 ? `Run ${check.count}` : 'Run'
  const price = runPrice(check)
  return price ? `${run} · ${price}` : run
}

/** What is billed: "14.6¢", or that nothing is. Undefined while the values that make it are wrong. */
export function runPrice({ cents, isFree }: Pick<PlanCheck, 'cents' | 'isFree'>): string | undefined {
  if (isFree) return 'free (sandbox)'
  return Number.isFinite(cents) ? formatCents(cents) : undefined
}
