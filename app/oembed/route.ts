import { z } from 'zod'
import { apiRoute } from '@/lib/api/answer'
import { ApiError } from '@/lib/api/api-error'
import { deadLink, sharedHeaders } from '@/lib/api/serve-shared'
import { openShare, shareOrigin } from '@/lib/api/shares'
import { oEmbedOf } from '@/lib/sharing/o-embed'

const querySchema = z.object({
  url: z.url('Name the shared page: ?url=https://….'),
  maxwidth: z.coerce.number().int().positive().optional(),
  maxheight: z.coerce.number().int().positive().optional(),
  format: z.string().optional(),
})

/** oEmbed (oembed.com) for the pages of links, as JSON. */
export const GET = apiRoute(async (request, server) => {
  const { url, maxwidth, maxheight, format } = querySchema.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  )
  if (format !== undefined && format !== 'json')
    throw new ApiError(
      501,
      'not-implemented',
      'Only JSON is answered here: leave out format, or say format=json.',
    )
  const token = /^\/(?:s|embed)\/([\w-]+)\/?$/.exec(new URL(url).pathname)?.[1]
  const opened = token === undefined ? undefined : await openShare(server, token)
  if (!opened) throw deadLink()
  const origin = shareOrigin(request, server.publicUrl)
  return Response.json(oEmbedOf(opened.view, opened.share.token, origin, { maxwidth, maxheight }), {
    headers: sharedHeaders,
  })
})
