import { apiRoute } from '@/lib/api/answer'
import { servePicture } from '@/lib/api/serve-picture'

/** An input picture for a provider, by a signed link that ends soon. The only path open under PUBLIC_URL. */
export const GET = apiRoute<{ id: string }>(async (request, { library, verifyPicturePath }, { id }) => {
  const as = verifyPicturePath(id, new URL(request.url).searchParams)
  const picture =
    as && (as === 'mask' ? await library.readMaskForProvider(id) : await library.readForProvider(id))
  return servePicture(request, picture, { etag: `${id}-${as}`, shared: true })
})
