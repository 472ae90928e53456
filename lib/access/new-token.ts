import { z } from 'zod'

/** What a person says of a token that is to be made. */
export const newTokenSchema = z.strictObject({
  name: z
    .string({ error: 'Give the token a name.' })
    .trim()
    .min(1, 'Give the token a name, so that you know later what it is for.')
    .max(80, 'The name may have at most 80 characters.'),
  /** US cents; whole ones, for they are summed up. */
  monthlyBudgetCents: z
    .number({ error: 'The budget must be a number of cents.' })
    .int('The budget must be whole cents.')
    .min(1, 'The budget must be at least 1¢. Leave it empty for none of its own.')
    .max(100_000_000, 'The budget may be at most $1,000,000.')
    .optional(),
})
export type NewToken = z.infer<typeof newTokenSchema>
