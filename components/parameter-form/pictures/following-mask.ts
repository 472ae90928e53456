import { assetSchema, type Asset } from '@/lib/assets/asset'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'
import { originOf } from './picture-origin'

interface EditedPicture {
  /** The picture the mask lies on now. */
  picture: Asset
  /** What it was made of; itself if it was not prepared. */
  source: Asset
  /** What is done to the source from now on. */
  edits: PictureEdits
}

/**
 * The mask of a picture that is edited anew, edited the same way; undefined where there is no telling how: it was drawn
 * on the picture as it had been edited before, and what had been cut off it never saw.
 */
export async function followingMask(
  mask: Asset,
  { picture, source, edits }: EditedPicture,
): Promise<Asset | undefined> {
  const origin = await originOf(mask.id)
  const drawnOnSource = [
    ...(origin?.use === 'mask' ? [origin.source] : []),
    ...(picture.id === source.id ? [mask] : []),
  ].find(({ width, height }) => width === source.width && height === source.height)
  if (!drawnOnSource) return undefined
  const response = await fetch(`/api/v1/pictures/${drawnOnSource.id}/prepare`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ edits, use: 'mask' }),
  }).catch(() => undefined)
  return response?.ok ? assetSchema.parse(await response.json()) : undefined
}
