import { z } from 'zod'
import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { ownOrigin } from '@/lib/api/own-origin'
import { readJson } from '@/lib/api/read-body'
import { assetUrl } from '@/lib/assets/asset-urls'
import { pictureEditsSchema } from '@/lib/picture-edits/picture-edits'

const requestSchema = z.strictObject({
  edits: pictureEditsSchema,
  use: z.enum(['picture', 'mask']).optional(),
  added: z.enum(['kept', 'regenerated']).optional(),
})

/** The picture with edits made, as a picture of its own; the same edits answer the same picture. */
export const POST = apiRoute<{ id: string }>(async (request, server, { id }) => {
  const asked = requestSchema.parse(await readJson(request))
  try {
    const asset = await server.preparePicture(id, asked, request.signal)
    if (!asset) throw notFound('picture')
    const url = ownOrigin(request, server.publicUrl) + assetUrl(asset.id)
    return Response.json({ ...asset, url }, { status: 201 })
  } catch (error) {
    // Nobody reads this answer; the work has ended.
    if (request.signal.aborted) return new Response(null, { status: 499 })
    throw error
  }
})
