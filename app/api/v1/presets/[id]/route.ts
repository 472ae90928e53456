import { notFound } from '@/lib/api/api-error'
import { apiRoute } from '@/lib/api/answer'
import { replacePreset } from '@/lib/api/presets'
import { readJson } from '@/lib/api/read-body'
import { presetSchema } from '@/lib/presets/preset'

/** Puts another content or name in its place. */
export const PUT = apiRoute<{ id: string }>(async (request, server, { id }) =>
  Response.json(await replacePreset(server, id, presetSchema.parse(await readJson(request)))),
)

export const DELETE = apiRoute<{ id: string }>(async (_request, { presets }, { id }) => {
  if (!(await presets.remove(id))) throw notFound('preset')
  return new Response(null, { status: 204 })
})
