import { apiRoute } from '@/lib/api/answer'
import { importPresets } from '@/lib/api/presets'
import { readJson } from '@/lib/api/read-body'

/** Takes all presets of an exported file; a name that is taken gets a number. */
export const POST = apiRoute(async (request, server) =>
  Response.json({ presets: await importPresets(server, await readJson(request)) }, { status: 201 }),
)
