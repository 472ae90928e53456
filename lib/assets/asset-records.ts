import 'server-only'
import type { Asset } from './asset'

/** What is known of stored pictures; the database keeps it. */
export interface AssetRecords {
  /** The same id twice is fine: the facts follow from the bytes, the first `createdAt` (epoch ms) stays. */
  insert(asset: Asset, createdAt: number): Promise<void>
  get(id: string): Promise<Asset | undefined>
  /** Those that exist, in no particular order. */
  getMany(ids: string[]): Promise<Asset[]>
}
