import { z } from 'zod'
import { apiRoute } from '@/lib/api/answer'
import { ownOrigin } from '@/lib/api/own-origin'
import { readJson } from '@/lib/api/read-body'
import { assetUrl } from '@/lib/assets/asset-urls'
import { receiveUpload } from '@/lib/assets/receive-upload'

const byUrlSchema = z.strictObject({
  url: z.string({ error: 'Give the picture’s address as "url".' }).min(1),
})

/** A picture in: multipart with a `file`, or JSON `{url}` for one that the server fetches. */
export const POST = apiRoute(async (request, server) => {
  const isJson = request.headers.get('content-type')?.startsWith('application/json')
  const asset = isJson
    ? await server.resolvePicture(byUrlSchema.parse(await readJson(request)).url)
    : await receiveUpload(request, { folder: server.uploadFolder, library: server.library })
  const url = ownOrigin(request, server.publicUrl) + assetUrl(asset.id)
  return Response.json({ ...asset, url }, { status: 201 })
})
