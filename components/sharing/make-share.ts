import type { ShareChoices, ShareTarget } from '@/lib/sharing/share'

/**
 * Makes a link.
 *
 * @param endsOn  the last day on which it works, as a date field says it; empty for none
 */
export async function makeShare(
  target: ShareTarget,
  choices: ShareChoices,
  endsOn: string,
): Promise<{ url: string } | { error: string }> {
  const endsAt = endsOn === '' ? undefined : new Date(`${endsOn}T23:59:59.999`).getTime()
  try {
    const answer = await fetch('/api/v1/shares', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ target, choices, endsAt }),
    })
    return (await answer.json()) as { url: string } | { error: string }
  } catch {
    return { error: 'The server could not be reached. Try again.' }
  }
}

/** Whether nobody but this machine finds an address. */
export function isOnlyHere(url: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(url).hostname)
}
