/** An instruction that was run on this server. */
export interface EarlierInstruction {
  text: string
  /** Epoch milliseconds of its last run. */
  usedAt: number
  /** That run. */
  runId: string
}

/** Newest first, each text once. Throws an error with a sentence for the person. */
export async function earlierInstructions(search = '', signal?: AbortSignal): Promise<EarlierInstruction[]> {
  const query = new URLSearchParams({ limit: '100', ...(search && { search }) })
  const response = await fetch(`/api/v1/instructions?${query}`, { signal }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new Error('The server could not be reached. Check that Diptych is running, then try again.', {
      cause,
    })
  })
  const body = (await response.json().catch(() => ({}))) as {
    instructions?: EarlierInstruction[]
    error?: string
  }
  if (!response.ok || !body.instructions)
    throw new Error(body.error ?? `The server answered with status ${response.status}. Try again.`)
  return body.instructions
}
