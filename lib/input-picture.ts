import 'server-only'
import type { AssetLibrary, ProviderUse } from '@/lib/assets/asset-library'
import type { S3BlobStore } from '@/lib/assets/s3-blob-store'
import { signPicturePath } from '@/lib/assets/signed-picture-url'
import type { InputPicture } from '@/lib/providers/provider'

/** The ways by which a stored picture can reach a provider. */
export interface PictureWays {
  library: AssetLibrary
  s3: S3BlobStore | undefined
  signing: Parameters<typeof signPicturePath>[1]
  /** Where the provider reaches this server, if it does. */
  base: string | undefined
}

/** A stored picture as it goes out; undefined if it is no longer stored. */
export async function inputPicture(
  ways: PictureWays,
  id: string,
  use: 'image' | 'mask',
): Promise<InputPicture | undefined> {
  const as: ProviderUse = use === 'mask' ? 'mask' : 'picture'
  const prepared = await ways.library.prepareForProvider(id, as)
  if (!prepared) return undefined
  const { key, type } = prepared
  return {
    id: use === 'mask' ? `${id}-mask` : id,
    type,
    async bytes() {
      const read = use === 'mask' ? ways.library.readMaskForProvider : ways.library.readForProvider
      const picture = await read(id)
      if (!picture) throw new Error(`Picture ${id} vanished from storage.`)
      return new Uint8Array(picture.bytes)
    },
    async publicUrl() {
      if (ways.base) return ways.base + signPicturePath(id, { ...ways.signing, as })
      return ways.s3?.signedUrl(key, { seconds: 3600, type })
    },
  }
}
