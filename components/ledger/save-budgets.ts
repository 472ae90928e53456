import type { Budgets } from '@/lib/ledger/budget'

const notReached = 'The server could not be reached, and nothing was saved. Try again.'

/** Returns a sentence if it did not work. */
export async function saveBudgets(budgets: Budgets): Promise<string | undefined> {
  const answer = await fetch('/api/v1/budgets', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(budgets),
  }).catch(() => undefined)
  if (!answer) return notReached
  if (answer.ok) return undefined
  const { error } = (await answer.json().catch(() => ({}))) as { error?: string }
  return error ?? notReached
}
