import { apiRoute } from '@/lib/api/answer'
import { deadLink, serveShared } from '@/lib/api/serve-shared'
import { openShare } from '@/lib/api/shares'
import { variantWidths } from '@/lib/assets/asset-urls'
import { cleanPicture } from '@/lib/sharing/clean-picture'

/**
 * A picture of a link, by its place on the page: at full size without what is written in its file, or with `?width=` one
 * of the prepared copies, which never had any of that.
 */
export const GET = apiRoute<{ token: string; name: string }>(async (request, server, { token, name }) => {
  const opened = await openShare(server, token)
  const id = opened?.files.get(name)
  const asset = id && (await server.library.get(id))
  if (!id || !asset) throw deadLink()
  const wanted = new URL(request.url).searchParams.get('width')
  const width = variantWidths.find((candidate) => String(candidate) === wanted)
  if (width) {
    const variant = await server.library.readVariant(id, width)
    if (variant) return serveShared(variant.bytes, variant.type)
  }
  const bytes = await server.library.read(id)
  if (!bytes) throw deadLink()
  return serveShared(cleanPicture(bytes, asset.type), asset.type)
})
