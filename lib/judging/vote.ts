import { z } from 'zod'

/** What is asked of each pair: people who are asked one question only reward the prettier picture. */
export const questions = ['instruction', 'preservation'] as const
export type Question = (typeof questions)[number]

export const questionTexts: Record<Question, string> = {
  instruction: 'Which followed the instruction better?',
  preservation: 'Which kept the rest better?',
}

export const outcomes = ['first', 'tie', 'second'] as const
export type Outcome = (typeof outcomes)[number]

const side = z.object({ predictionId: z.string(), modelId: z.string() })

/** One answer to one question about one pair of predictions. */
export const voteSchema = z.object({
  id: z.string(),
  /** The blind round it was given in. */
  roundId: z.string(),
  runId: z.string(),
  question: z.enum(questions),
  /** What was shown as A. */
  first: side,
  /** What was shown as B. */
  second: side,
  outcome: z.enum(outcomes),
  /** Who voted: `ownVoter`, or a visitor of a blind link. */
  voter: z.string(),
  /** Epoch milliseconds. */
  createdAt: z.number().int(),
})
export type Vote = z.infer<typeof voteSchema>

/** The person whose Diptych this is. */
export const ownVoter = 'owner'

/**
 * A vote as a browser sends it: predictions by their ids only, since which model made them is the server's knowledge. An
 * `outcome` of null takes the answer back.
 */
export const castSchema = z
  .object({
    roundId: z.string().min(1).max(100),
    question: z.enum(questions),
    first: z.string(),
    second: z.string(),
    outcome: z.enum(outcomes).nullable(),
  })
  .refine(({ first, second }) => first !== second, 'A picture can’t be compared with itself.')
export type Cast = z.infer<typeof castSchema>

/** The same for two ids in either order. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
