/**
 * Asks the server's API with JSON and answers what it says. Throws an Error with a sentence for the person: the server's
 * own where it refuses.
 */
export async function askServer<T>(
  method: string,
  url: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const response = await fetch(url, {
    method,
    signal,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch((cause: unknown) => {
    throw new Error('The server could not be reached. Check that Diptych is running, then try again.', {
      cause,
    })
  })
  const answer = (await response.json().catch(() => undefined)) as (T & { error?: string }) | undefined
  if (!response.ok)
    throw new Error(answer?.error ?? `The server answered with status ${response.status}. Try again.`)
  return answer as T
}
