import 'server-only'
import type { Asset } from '@/lib/assets/asset'
import type { AssetLibrary } from '@/lib/assets/asset-library'
import { isDataUri, readDataUri } from '@/lib/assets/picture-from-data-uri'
import { addPictureFromUrl } from '@/lib/assets/picture-from-url'
import { PictureRefused } from '@/lib/assets/picture-refused'
import { isLoopback } from '@/lib/config'
import { guardedGet } from '@/lib/net/guarded-fetch'

/**
 * Turns any reference to a picture into a stored one: an asset id, the `url` of an upload here, a data URI, or a public
 * http(s) URL.
 *
 * @throws PictureRefused, DownloadRefused or DownloadFailed, each with a sentence for the person
 */
export async function resolvePicture(
  library: AssetLibrary,
  publicUrl: string | undefined,
  reference: string,
): Promise<Asset> {
  if (isDataUri(reference)) return library.addPicture(readDataUri(reference))
  const id = ownAssetId(reference, publicUrl)
  const known = id ?? assetIdIn(reference)
  const stored = known && (await library.get(known))
  // Whatever name a caller has for this server: the id is the content's own.
  if (stored) return stored
  if (!id) return addPictureFromUrl(reference, { guardedGet, library })
  throw new PictureRefused('not-a-picture', `There is no picture ${id} here. Upload it again.`)
}

function ownAssetId(reference: string, publicUrl: string | undefined): string | undefined {
  const id = assetIdIn(reference)
  if (!id || !URL.canParse(reference)) return id
  const { hostname, origin } = new URL(reference)
  return isLoopback(hostname) || origin === publicUrl ? id : undefined
}

function assetIdIn(reference: string): string | undefined {
  return /^(?:.*\/assets\/)?([0-9a-f]{64})$/.exec(reference)?.[1]
}
