import { z } from 'zod'
import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { writtenParameters } from '@/lib/api/written-parameters'
import { downloadName } from '@/lib/models/download-name'
import { writeParameters } from '@/lib/sharing/picture-parameters'

const querySchema = z.object({
  output: z.coerce.number('output is a number, from 0.').int().min(0).default(0),
  parameters: z.enum(['0', '1'], { error: 'parameters is 0 or 1.' }).default('0'),
})

/** A result as a file; with `?parameters=1` how it was made is written into it, if it is a PNG or JPEG. */
export const GET = apiRoute<{ id: string }>(async (request, { store, library }, { id }) => {
  const query = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [prediction] = await store.getPredictions([id])
  const outputs = prediction?.status.state === 'succeeded' ? prediction.status.outputs : []
  const asset = outputs[query.output]
  const bytes = asset && (await library.read(asset.id))
  if (!prediction || !bytes) throw notFound('result')
  const written = writtenParameters(prediction)
  const name = downloadName(prediction.modelId, written.instruction, asset.type, query.output)
  const file = query.parameters === '1' ? writeParameters(bytes, asset.type, written) : bytes
  return new Response(file, {
    headers: {
      'content-type': asset.type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
})
