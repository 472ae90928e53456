import type { Token } from '@/lib/access/token-store'

type Made = { token: Token; secret: string } | { error: string }

const notReached = 'The server could not be reached. Try again.'

export async function makeToken(wanted: { name: string; monthlyBudgetCents?: number }): Promise<Made> {
  const answer = await fetch('/api/v1/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  }).catch(() => undefined)
  if (!answer) return { error: notReached }
  const body = (await answer.json()) as Token & { secret: string; error?: string }
  if (!answer.ok) return { error: body.error ?? notReached }
  const { secret, ...token } = body
  return { token, secret }
}

/** Returns a sentence if it did not work. */
export async function revokeToken(id: string): Promise<string | undefined> {
  const answer = await fetch(`/api/v1/tokens/${id}`, { method: 'DELETE' }).catch(() => undefined)
  // Gone is gone, whoever revoked it.
  return answer?.ok || answer?.status === 404 ? undefined : notReached
}
