import { apiRoute } from '@/lib/api/answer'
import { servePicture } from '@/lib/api/serve-picture'

/** A stored picture at full size; `?name=` offers it as a download under that name. */
export const GET = apiRoute<{ id: string }>(async (request, { library }, { id }) => {
  const asset = await library.get(id)
  const bytes = asset && (await library.read(id))
  const response = servePicture(request, bytes && { bytes, type: asset.type }, { etag: id })
  const name = new URL(request.url).searchParams.get('name')
  if (name)
    response.headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  return response
})
