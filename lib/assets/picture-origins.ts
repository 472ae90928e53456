import type { PictureEdits } from '@/lib/picture-edits/picture-edits'

/** Where a prepared picture comes from. */
export interface PictureOrigin {
  /** The asset it was made of. */
  sourceId: string
  /** Normalised for that source. */
  edits: PictureEdits
  /** Masks are sampled otherwise than pictures. */
  use: 'picture' | 'mask'
}

/** What is known of prepared pictures; the database keeps it. */
export interface PictureOrigins {
  /** The first origin of an asset stays: several ways may lead to the same pixels. `createdAt` is epoch ms. */
  insert(assetId: string, origin: PictureOrigin, createdAt: number): Promise<void>
  get(assetId: string): Promise<PictureOrigin | undefined>
  /** The asset that was made in this very way. */
  find(origin: PictureOrigin): Promise<string | undefined>
}
