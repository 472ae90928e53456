import sharp from 'sharp'
import { apiRoute } from '@/lib/api/answer'
import { ApiError, notFound } from '@/lib/api/api-error'
import { startPrediction } from '@/lib/api/start-prediction'
import { models } from '@/lib/models/registry'
import { viewPrediction } from '@/lib/predictions/view'

/** ByteCompute's own path: the answer is the picture itself, as PNG. Another spelling of the same call. */
export const POST = apiRoute(
  async (request, server, _params, caller) => {
    const model = models.find(({ endpoint }) => endpoint === '/v1/generate')
    if (!model) throw notFound('model')
    const prediction = await startPrediction(server, model, request, caller, true)
    const view = viewPrediction(prediction, '')
    if (view.status === 'processing')
      throw new ApiError(504, 'timeout', `Not done yet; ask for it under /api/v1/predictions/${view.id}.`)
    const [asset] = view.assets
    const bytes = asset && (await server.library.read(asset.id))
    if (!bytes)
      throw new ApiError(
        view.code === 'timeout' ? 504 : 422,
        view.code ?? 'failed',
        view.error ?? 'No picture.',
      )
    const png = asset.type === 'image/png' ? bytes : await sharp(bytes).png().toBuffer()
    return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } })
  },
  ({ error }) => ({ detail: error }),
)
