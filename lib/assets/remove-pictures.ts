import 'server-only'
import { assetIdOf, pictureKey } from './asset-keys'
import type { AssetRecords } from './asset-records'
import type { BlobStore } from './blob-store'

export interface RemovePicturesParts {
  blobs: Pick<BlobStore, 'delete' | 'list'>
  records: Pick<AssetRecords, 'getMany'>
}

/**
 * Removes the files of pictures whose records are gone, with all their variants. One that has a record again was added
 * anew meanwhile, and stays. What a crash leaves here the orphan sweep takes.
 */
export async function removePictures({ blobs, records }: RemovePicturesParts, ids: readonly string[]) {
  for (const id of ids) {
    const [known] = await records.getMany([id])
    if (known) continue
    for await (const { key } of blobs.list(`variants/${id}/`))
      if (assetIdOf(key) === id) await blobs.delete(key)
    await blobs.delete(pictureKey(id))
  }
}
