/** The picture's main subject as the server finds it: a grey PNG. Fails with a sentence for the person. */
export async function askForSubject(pictureId: string): Promise<Blob> {
  const response = await fetch(`/api/v1/pictures/${pictureId}/subject`, { method: 'POST' }).catch(
    () => undefined,
  )
  if (response?.ok) return response.blob()
  const told: unknown = await response?.json().catch(() => undefined)
  if (typeof told === 'object' && told !== null && 'error' in told && typeof told.error === 'string')
    throw new Error(told.error)
  throw new Error('The server could not be asked for the subject. Check the connection and try again.')
}
