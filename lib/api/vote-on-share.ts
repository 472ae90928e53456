import 'server-only'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Diptych } from '@/lib/compose'
import { outcomes, questions } from '@/lib/judging/vote'
import { ApiError } from './api-error'
import type { OpenedShare } from './shares'

/** From one address so many visitors may vote on a link: an office shares one, and so does who throws cookies away. */
const mostVisitorsOfAddress = 5

/** Results by the numbers that the page gives them; an outcome of null takes the answer back. */
export const visitorCastSchema = z.strictObject({
  question: z.enum(questions),
  first: z.number().int(),
  second: z.number().int(),
  outcome: z.enum(outcomes).nullable(),
})

/**
 * Stores, replaces or takes back a visitor's answer.
 *
 * @throws ApiError if the two are no pair of the link, or too many have voted from this address
 */
export async function voteOnShare(
  { shares }: Pick<Diptych, 'shares'>,
  { share, view, predictionIds }: OpenedShare,
  visitor: { id: string; address: string },
  { question, first, second, outcome }: z.infer<typeof visitorCastSchema>,
): Promise<void> {
  const isPair = view.pairs.some(
    (pair) => pair.first === Math.min(first, second) && pair.second === Math.max(first, second),
  )
  const [one, other] = [predictionIds.get(first), predictionIds.get(second)]
  if (!isPair || !one || !other)
    throw new ApiError(422, 'not-comparable', 'These two can’t be voted on. Reload the page and go on.')
  const vote = { shareId: share.id, visitor: visitor.id, question, first: one, second: other }
  if (outcome === null) return shares.retractVote(vote)
  const stored = await shares.castVote(
    {
      ...vote,
      id: randomUUID(),
      addressHash: createHmac('sha256', share.token).update(visitor.address).digest('base64url'),
      outcome,
      createdAt: Date.now(),
    },
    mostVisitorsOfAddress,
  )
  if (stored === 'too-many-visitors')
    throw new ApiError(
      429,
      'too-many-visitors',
      'Enough people have voted from your network already. Your answers are not counted.',
    )
}

const cookieName = 'visitor'

/** The visitor's number from the cookie of this link, if there is one. */
export function visitorIn(cookieHeader: string | null): string | undefined {
  return /(?:^|;\s*)visitor=([\w-]{22})(?:;|$)/.exec(cookieHeader ?? '')?.[1]
}

export function newVisitor(): string {
  return randomBytes(16).toString('base64url')
}

/** Only this link's pages get it, no script does, and it tells nothing but that it is the same visitor. */
export function visitorCookie(visitor: string, token: string, isSecure: boolean): string {
  const year = 31_536_000
  return `${cookieName}=${visitor}; Path=/s/${token}; Max-Age=${year}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
