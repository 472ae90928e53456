import type { PredictionView } from '@/lib/predictions/view'

/** What cancelling came to, each outcome in its own words with how often it was so. */
export function cancelText(
  before: readonly PredictionView[],
  after: readonly PredictionView[],
): string | undefined {
  const outcomes = new Map<string, number>()
  for (const now of after) {
    const was = before.find(({ id }) => id === now.id)
    if (was?.status !== 'processing') continue
    const outcome =
      now.state === 'canceled'
        ? `${now.error} ${now.advice}`
        : now.status === 'processing'
          ? 'Too late to cancel: the result is being fetched.'
          : undefined
    if (outcome) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  if (outcomes.size === 0) return undefined
  return [...outcomes].map(([outcome, count]) => `${count} × ${outcome}`).join(' ')
}
