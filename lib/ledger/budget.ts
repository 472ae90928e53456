import { z } from 'zod'

const cents = z.number().nonnegative().max(100_000_000).optional()

/** What may be spent at the providers, in US cents; what is absent has no limit. Sandbox work costs nothing. */
export const budgetsSchema = z.object({
  /** By one run, with everything tried again in it. */
  perRun: cents,
  /** From midnight to midnight by the server's clock. */
  perDay: cents,
  /** By calendar month. */
  perMonth: cents,
})
export type Budgets = z.infer<typeof budgetsSchema>
