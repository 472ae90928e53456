export interface VoteSender<C> {
  send(cast: C): void
  /** Tries again what could not be sent. */
  retry(): void
}

/**
 * Sends answers one after the other, so that of two about the same pair the later one stays, and keeps what could not
 * be sent until it can.
 *
 * @param address   where they are posted
 * @param onTrouble with a sentence while something waits to be sent again, with nothing when all is stored
 */
export function createVoteSender<C>(
  address: string,
  onTrouble: (sentence: string | undefined) => void,
): VoteSender<C> {
  const waiting: C[] = []
  let isSending = false

  async function drain(): Promise<void> {
    if (isSending) return
    isSending = true
    for (let cast = waiting[0]; cast; cast = waiting[0]) {
      const problem = await post(address, cast)
      if (problem?.again) {
        isSending = false
        onTrouble(problem.sentence)
        return
      }
      waiting.shift()
      onTrouble(problem?.sentence)
    }
    isSending = false
  }

  return {
    send(cast) {
      waiting.push(cast)
      void drain()
    },
    retry: () => void drain(),
  }
}

async function post(
  address: string,
  cast: unknown,
): Promise<{ sentence: string; again: boolean } | undefined> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(cast),
    // The last answer must not be lost with the tab.
    keepalive: true,
  }).catch(() => undefined)
  if (answer?.ok) return undefined
  if (answer && answer.status < 500) {
    const { error } = (await answer.json().catch(() => ({}))) as { error?: string }
    return { sentence: error ?? 'The server did not take an answer. Reload the page.', again: false }
  }
  return {
    sentence: 'The server does not answer: your last answers are not stored yet. Go on, then try again.',
    again: true,
  }
}
