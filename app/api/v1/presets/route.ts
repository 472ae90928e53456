import { apiRoute } from '@/lib/api/answer'
import { addPreset } from '@/lib/api/presets'
import { readJson } from '@/lib/api/read-body'
import { presetSchema } from '@/lib/presets/preset'

/** All presets, by name. */
export const GET = apiRoute(async (_request, { presets }) =>
  Response.json({ presets: await presets.list() }, { headers: { 'cache-control': 'no-store' } }),
)

/** Saves one; 409 if the name is taken. */
export const POST = apiRoute(async (request, server) =>
  Response.json(await addPreset(server, presetSchema.parse(await readJson(request))), { status: 201 }),
)
