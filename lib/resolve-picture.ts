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
  if (!id) return addPictureFromUrl(reference, { guardedGet, library })
  const asset = await library.get(id)
  if (asset) return asset
  throw new PictureRefused('not-a-picture', `There is no picture ${id} here. Upload it again.`)
}

function ownAssetId(reference: string, publicUrl: string | undefined): string | undefined {
  const [, id] = /^(?:.*\/assets\/)?([0-9a-f]{64})$/.exec(reference) ?? []
  if (!id || !URL.canParse(reference)) return id
  const { hostname, origin } = new URL(reference)
  return isLoopback(hostname) || origin === publicUrl ? id : undefined
}
