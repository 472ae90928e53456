import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { apiRoute } from '@/lib/api/answer'
import { notFound } from '@/lib/api/api-error'
import { readSharedSource, resolveTarget } from '@/lib/api/shares'
import { slugOf } from '@/lib/models/download-name'
import { makeSingleFile } from '@/lib/sharing/single-file'
import { sharedView } from '@/lib/sharing/shared-view'

const shown = ['inputPicture', 'instruction', 'parameters', 'cost', 'modelNames'] as const
const querySchema = z.object({
  runId: z.string().optional(),
  predictionId: z.string().optional(),
  /** What it shows, by the names of a link's choices: `?show=inputPicture,instruction`. */
  show: z
    .string()
    .default('inputPicture,instruction,modelNames')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(shown, { error: `show is a list of ${shown.join(', ')}.` }))),
})

/** A run or a prediction as one HTML file, with no more in it than a link with the same choices would show. */
export const GET = apiRoute(async (request, server) => {
  const query = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { runId = '', predictionId, show } = query
  const target = await resolveTarget(server, predictionId === undefined ? { runId } : { predictionId })
  const source = await readSharedSource(server, target.runId)
  if (!source) throw notFound('run')
  const choices = {
    inputPicture: show.includes('inputPicture'),
    instruction: show.includes('instruction'),
    parameters: show.includes('parameters'),
    cost: show.includes('cost'),
    modelNames: show.includes('modelNames'),
    voting: false,
  }
  const { view, files } = sharedView({ id: randomUUID(), token: 'file', ...target, choices }, source)
  const file = await makeSingleFile(view, async (name) => {
    const id = files.get(name)
    return id === undefined ? undefined : server.library.read(id)
  })
  const name = ['diptych', slugOf(view.instruction ?? undefined)].filter(Boolean).join('-')
  return new Response(file, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      // Never opened as a page of this server.
      'content-disposition': `attachment; filename="${name}.html"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
})
