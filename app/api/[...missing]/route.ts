import { apiRoute } from '@/lib/api/answer'
import { ApiError } from '@/lib/api/api-error'

/** What is no path of the API: said in its own form, and without a login not even that. */
const refuse = apiRoute<{ missing: string[] }>(async () => {
  throw new ApiError(404, 'not-found', 'There is no such call. The README lists those there are.')
})
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT }
