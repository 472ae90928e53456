import { apiRoute } from '@/lib/api/answer'
import { deadLink, serveShared } from '@/lib/api/serve-shared'
import { openShare } from '@/lib/api/shares'
import { drawOpenGraphPicture } from '@/lib/sharing/open-graph-picture'

/** What other sites show for a link: before and after side by side. */
export const GET = apiRoute<{ token: string }>(async (_request, server, { token }) => {
  const opened = await openShare(server, token)
  if (!opened) throw deadLink()
  const { view, files } = opened
  const read = async (name: string) => {
    const id = files.get(name)
    return id === undefined ? undefined : (await server.library.readVariant(id, 1280))?.bytes
  }
  // Shown within pages of others, which is what it is for.
  return serveShared(await drawOpenGraphPicture(view, read), 'image/png', {
    'cross-origin-resource-policy': 'cross-origin',
  })
})
