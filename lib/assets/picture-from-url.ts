import 'server-only'
import type { guardedGet as realGuardedGet } from '@/lib/net/guarded-fetch'
import type { Asset } from './asset'
import type { AssetLibrary } from './asset-library'
import { pictureLimits } from './picture-limits'

const timeoutMs = 30_000

/**
 * Fetches a picture that a person named by its URL and stores it.
 *
 * @throws PictureRefused for what came, DownloadRefused or DownloadFailed for how it came
 */
export async function addPictureFromUrl(
  url: string,
  {
    guardedGet,
    library,
    signal,
  }: {
    guardedGet: typeof realGuardedGet
    library: Pick<AssetLibrary, 'addPicture'>
    signal?: AbortSignal
  },
): Promise<Asset> {
  const { bytes } = await guardedGet(url, { signal, maxBytes: pictureLimits.bytes, timeoutMs })
  return library.addPicture(bytes)
}
