import { z } from 'zod'

/** The types in which pictures are stored and served; everything else is converted on the way in. */
export const assetTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type AssetType = (typeof assetTypes)[number]

/** One stored picture: an upload, a mask or an output. Plain data: safe in the browser. */
export const assetSchema = z.object({
  /** SHA-256 of the stored bytes, 64 hex digits. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(assetTypes),
  /** Pixels, upright. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Size of the stored file in bytes. */
  bytes: z.number().int().positive(),
  hasAlpha: z.boolean(),
})
export type Asset = z.infer<typeof assetSchema>
