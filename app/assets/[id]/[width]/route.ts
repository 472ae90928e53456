import { apiRoute } from '@/lib/api/answer'
import { servePicture } from '@/lib/api/serve-picture'
import { variantWidths } from '@/lib/assets/asset-urls'

/** A stored picture at one of the prepared widths, as WebP. */
export const GET = apiRoute<{ id: string; width: string }>(async (request, { library }, { id, width }) => {
  const prepared = variantWidths.find((candidate) => String(candidate) === width)
  const picture = prepared && (await library.readVariant(id, prepared))
  return servePicture(request, picture, { etag: `${id}-${width}` })
})
