import 'server-only'
import type { Asset, AssetType } from './asset'
import { isAssetId, pictureKey, providerKey, variantKey } from './asset-keys'
import type { AssetRecords } from './asset-records'
import type { VariantWidth } from './asset-urls'
import type { BlobStore } from './blob-store'
import { decodePicture, keepPicture, type PictureSource, type StoredPicture } from './decode-picture'
import { makeProviderMask, makeProviderPicture, makeVariant } from './picture-renditions'

/** The two differ in what transparency means. */
export type ProviderUse = 'picture' | 'mask'

export interface ProviderPicture {
  type: 'image/jpeg' | 'image/png'
  bytes: Uint8Array<ArrayBuffer>
}

/** All stored pictures: how they get in, and the forms in which they are read. Unknown ids give undefined. */
export interface AssetLibrary {
  /** From a person: made upright, sRGB and free of metadata. Throws `PictureRefused`. */
  addPicture(source: PictureSource): Promise<Asset>
  /** From a provider: kept byte for byte where browsers can show it. Throws `PictureRefused`. */
  addOutput(bytes: Uint8Array): Promise<Asset>
  /** From our own code, which has just made it: kept as it is. */
  addMade(picture: StoredPicture): Promise<Asset>
  get(id: string): Promise<Asset | undefined>
  /** The stored file. */
  read(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** The stored file piece by piece; ending it early closes what is behind it. */
  stream(id: string): Promise<ReadableStream<Uint8Array> | undefined>
  /** For display; made on the first call and stored. */
  readVariant(
    id: string,
    width: VariantWidth,
  ): Promise<{ type: 'image/webp'; bytes: Uint8Array<ArrayBuffer> } | undefined>
  /** For a provider: JPEG or PNG, transparency on white. */
  readForProvider(id: string): Promise<ProviderPicture | undefined>
  /** A mask for a provider: greyscale PNG, transparency as black (kept). */
  readMaskForProvider(id: string): Promise<ProviderPicture | undefined>
  /** The same as a blob of the store, for one that can sign its own links (S3). */
  prepareForProvider(
    id: string,
    use: ProviderUse,
  ): Promise<(Pick<ProviderPicture, 'type'> & { key: string }) | undefined>
}

export interface AssetLibraryParts {
  blobs: BlobStore
  records: AssetRecords
  /** Epoch milliseconds. */
  now: () => number
}

export function createAssetLibrary({ blobs, records, now }: AssetLibraryParts): AssetLibrary {
  /** Renditions being made, by key: ten viewers of a new picture make one. */
  const making = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>()

  async function add({ bytes, asset }: StoredPicture): Promise<Asset> {
    // Blob first: a crash in between leaves an orphan for the sweep, never a record without a picture.
    await blobs.put(pictureKey(asset.id), bytes)
    await records.insert(asset, now())
    // The sweep may have taken an old orphan of the same content just before the record was there.
    if (!(await blobs.has(pictureKey(asset.id)))) await blobs.put(pictureKey(asset.id), bytes)
    return asset
  }

  async function read(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return isAssetId(id) ? blobs.get(pictureKey(id)) : undefined
  }

  /** From the store, or made from the picture and stored. */
  function rendition(
    id: string,
    key: string,
    make: (picture: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>,
  ) {
    const running = making.get(key)
    if (running) return running
    const started = readOrMake().finally(() => making.delete(key))
    making.set(key, started)
    return started

    async function readOrMake() {
      const stored = await blobs.get(key)
      if (stored) return stored
      const picture = await read(id)
      if (!picture) return undefined
      const made = await make(picture)
      await blobs.put(key, made)
      return made
    }
  }

  async function prepareForProvider(id: string, use: ProviderUse) {
    const asset = await records.get(id)
    if (!asset) return undefined
    const asIs = use === 'picture' && !asset.hasAlpha ? typeForProviders(asset.type) : undefined
    if (asIs) return { key: pictureKey(id), type: asIs }
    const key = providerKey(id, use)
    if (!(await blobs.has(key))) {
      await rendition(id, key, use === 'mask' ? makeProviderMask : makeProviderPicture)
    }
    return { key, type: 'image/png' as const }
  }

  async function readForProvider(id: string, use: ProviderUse): Promise<ProviderPicture | undefined> {
    const prepared = await prepareForProvider(id, use)
    const bytes = prepared && (await blobs.get(prepared.key))
    return bytes && { type: prepared.type, bytes }
  }

  return {
    addPicture: async (source) => add(await decodePicture(source)),
    addOutput: async (bytes) => add(await keepPicture(bytes)),
    addMade: add,
    get: (id) => records.get(id),
    read,
    stream: async (id) => (isAssetId(id) ? blobs.stream(pictureKey(id)) : undefined),

    async readVariant(id, width) {
      if (!isAssetId(id)) return undefined
      const bytes = await rendition(id, variantKey(id, width), (picture) => makeVariant(picture, width))
      return bytes && { type: 'image/webp', bytes }
    },

    readForProvider: (id) => readForProvider(id, 'picture'),
    readMaskForProvider: (id) => readForProvider(id, 'mask'),
    prepareForProvider,
  }
}

/** Undefined for types that not every provider reads. */
function typeForProviders(type: AssetType): ProviderPicture['type'] | undefined {
  return type === 'image/webp' ? undefined : type
}
