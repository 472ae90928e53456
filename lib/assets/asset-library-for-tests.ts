import type { Asset } from './asset'
import { createAssetLibrary } from './asset-library'
import type { AssetRecords } from './asset-records'
import type { BlobStore } from './blob-store'

/** A library in memory whose parts a test can look into, count and break. */
export function assetLibraryForTests() {
  const blobs = new Map<string, { bytes: Uint8Array; modifiedAt: number }>()
  const rows = new Map<string, Asset>()
  const puts: string[] = []
  const clock = { time: 1_700_000_000_000 }

  const store: BlobStore = {
    async put(key, bytes) {
      puts.push(key)
      blobs.set(key, { bytes: Uint8Array.from(bytes), modifiedAt: clock.time })
    },
    async get(key) {
      const blob = blobs.get(key)
      return blob && Uint8Array.from(blob.bytes)
    },
    async stream(key) {
      const blob = blobs.get(key)
      return blob && new Blob([Uint8Array.from(blob.bytes)]).stream()
    },
    has: async (key) => blobs.has(key),
    async delete(key) {
      blobs.delete(key)
    },
    async *list(prefix) {
      for (const [key, { modifiedAt }] of blobs) if (key.startsWith(prefix)) yield { key, modifiedAt }
    },
  }
  const records: AssetRecords = {
    async insert(asset) {
      rows.set(asset.id, asset)
    },
    get: async (id) => rows.get(id),
    getMany: async (ids) => ids.flatMap((id) => rows.get(id) ?? []),
  }
  const now = () => clock.time
  const library = createAssetLibrary({ blobs: store, records, now })
  return { library, store, records, blobs, rows, puts, clock, now }
}
