import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { ownOrigin } from '@/lib/api/own-origin'
import type { Asset } from '@/lib/assets/asset'
import { assetUrl } from '@/lib/assets/asset-urls'

/** A stored picture, and for a prepared one what it was made of and how. */
export const GET = apiRoute<{ id: string }>(async (request, server, { id }) => {
  const asset = await server.library.get(id)
  if (!asset) throw notFound('picture')
  const origin = await server.pictureOrigin(id)
  const source = origin && (await server.library.get(origin.sourceId))
  const withUrl = (picture: Asset) => ({
    ...picture,
    url: ownOrigin(request, server.publicUrl) + assetUrl(picture.id),
  })
  return Response.json({
    asset: withUrl(asset),
    ...(origin && source && { source: withUrl(source), edits: origin.edits, use: origin.use }),
  })
})
