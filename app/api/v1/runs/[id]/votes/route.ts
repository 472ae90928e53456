import { apiRoute } from '@/lib/api/answer'
import { castVote } from '@/lib/api/cast-vote'
import { readJson } from '@/lib/api/read-body'
import { historyOf } from '@/lib/judging/round-history'
import { castSchema, ownVoter } from '@/lib/judging/vote'

/** What was judged so far, by which a blind round chooses its pairs. */
export const GET = apiRoute<{ id: string }>(async (_request, { votes }, { id }) =>
  Response.json(historyOf(await votes.votesOf(ownVoter), id), { headers: { 'cache-control': 'no-store' } }),
)

/** One answer of a blind round, given, changed or taken back. */
export const POST = apiRoute<{ id: string }>(async (request, server, { id }) => {
  await castVote(server, id, ownVoter, castSchema.parse(await readJson(request)))
  return new Response(null, { status: 204 })
})
