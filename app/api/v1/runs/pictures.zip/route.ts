import { apiRoute } from '@/lib/api/answer'
import { runIdsSchema } from '@/lib/api/change-runs'
import { readJson } from '@/lib/api/read-body'
import { zipHeaders } from '@/lib/api/zip-headers'
import { zipRuns } from '@/lib/api/zip-runs'

/**
 * The pictures of several runs, a folder for each. A form with the field `ids` (with commas between) can ask for it too:
 * only so a browser saves the archive as it comes, however large it is.
 */
export const POST = apiRoute(async (request, server) => {
  const isForm = request.headers.get('content-type')?.includes('form')
  const body = isForm
    ? await idsOfForm(request)
    : ((await readJson(request)) as { ids?: unknown } | null)?.ids
  const ids = runIdsSchema.parse(body)
  const day = new Date().toISOString().slice(0, 10)
  const name = `diptych-${day}-${ids.length}-${ids.length === 1 ? 'run' : 'runs'}`
  return new Response(zipRuns(server, ids), { headers: zipHeaders(name) })
})

async function idsOfForm(request: Request): Promise<string[]> {
  const ids = (await request.formData()).get('ids')
  return typeof ids === 'string' ? ids.split(',').filter(Boolean) : []
}
