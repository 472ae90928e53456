import { apiRoute } from '@/lib/api/answer'
import { changeRuns, changeRunsSchema } from '@/lib/api/change-runs'
import { readJson } from '@/lib/api/read-body'

/** Stars, collects or throws away many runs at once. */
export const POST = apiRoute(async (request, server) =>
  Response.json({ changed: await changeRuns(server, changeRunsSchema.parse(await readJson(request))) }),
)
