import { makeToken } from '@/lib/access/make-token'
import { newTokenSchema } from '@/lib/access/new-token'
import { apiRoute } from '@/lib/api/answer'
import { ApiError } from '@/lib/api/api-error'
import { readJson } from '@/lib/api/read-body'

const noStore = { headers: { 'cache-control': 'no-store' } }

/** The API tokens that work, without what they are. Tokens themselves don't get here. */
export const GET = apiRoute(async (_request, { tokens }) =>
  Response.json({ tokens: await tokens.list() }, noStore),
)

/** Makes one: JSON `{name, monthlyBudgetCents?}`. The answer's `secret` is shown this once. */
export const POST = apiRoute(async (request, { tokens }) => {
  const made = await makeToken(tokens, newTokenSchema.parse(await readJson(request)), Date.now())
  if (!made)
    throw new ApiError(
      409,
      'too-many-tokens',
      'There are 200 tokens already. Revoke those you no longer use.',
    )
  return Response.json({ ...made.token, secret: made.secret }, { status: 201, ...noStore })
})
