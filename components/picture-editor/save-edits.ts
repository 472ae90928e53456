import { assetSchema, type Asset } from '@/lib/assets/asset'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'

/** Has the server make the edited picture. Throws an error with a sentence for the person; aborting throws too. */
export async function saveEdits(picture: Asset, edits: PictureEdits, signal: AbortSignal): Promise<Asset> {
  const response = await fetch(`/api/v1/pictures/${picture.id}/prepare`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ edits }),
    signal,
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new Error('The server could not be reached. Check that Diptych is running, then save again.', {
      cause,
    })
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return assetSchema.parse(body)
  const told = typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : undefined
  throw new Error(told ?? `The server answered with status ${response.status}. Save again.`)
}
