import { z } from 'zod'

/** What a shared page may show beside the results themselves. What is false is nowhere in the page. */
export const shareChoicesSchema = z
  .strictObject({
    inputPicture: z.boolean(),
    instruction: z.boolean(),
    /** With the seed. Texts among them count as instruction too: they are shown only with both. */
    parameters: z.boolean(),
    cost: z.boolean(),
    /** Hidden they are "Model A, B…", in an order that tells nothing. */
    modelNames: z.boolean(),
    /** Visitors may judge pairs, as in a blind round. */
    voting: z.boolean(),
  })
  .refine(({ modelNames, voting }) => !(modelNames && voting), {
    message: 'Visitors can vote only where the models’ names are hidden.',
    path: ['voting'],
  })
export type ShareChoices = z.infer<typeof shareChoicesSchema>

/** Pictures and instruction: what most people mean by "look at this". */
export const defaultChoices: ShareChoices = {
  inputPicture: true,
  instruction: true,
  parameters: false,
  cost: false,
  modelNames: true,
  voting: false,
}

/** A revocable public link to a run, or to one prediction of it. */
export const shareSchema = z.object({
  id: z.string(),
  /** The unguessable part of the link. */
  token: z.string(),
  runId: z.string(),
  /** Absent where the whole run is shared. */
  predictionId: z.string().optional(),
  choices: shareChoicesSchema,
  /** Epoch milliseconds, like the following. */
  createdAt: z.number().int(),
  endsAt: z.number().int().optional(),
  revokedAt: z.number().int().optional(),
  /** How often the page was opened. */
  visits: z.number().int(),
  lastVisitAt: z.number().int().optional(),
})
export type Share = z.infer<typeof shareSchema>

export type ShareState = 'open' | 'ended' | 'revoked'

export function shareState(
  { revokedAt, endsAt }: Pick<Share, 'revokedAt' | 'endsAt'>,
  now: number,
): ShareState {
  if (revokedAt !== undefined) return 'revoked'
  return endsAt !== undefined && endsAt <= now ? 'ended' : 'open'
}

/** What is shared: a run as a whole, or one prediction of it. */
export const shareTargetSchema = z.union([
  z.strictObject({ runId: z.string().min(1) }),
  z.strictObject({ predictionId: z.string().min(1) }),
])
export type ShareTarget = z.infer<typeof shareTargetSchema>
