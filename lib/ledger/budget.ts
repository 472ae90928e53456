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

/** What has been spent already, or is reserved for work on its way. US cents. */
export interface Spent {
  run: number
  day: number
  month: number
  /** In this month, by the token that the run came with. */
  token: number
}

/** Rounding of sums of fractions must not refuse the last cent. */
const epsilon = 1e-6

/**
 * Why a price does not fit, as a sentence; undefined if it does.
 *
 * @param tokenMonthly the month's limit of the API token that made the run, where it has one
 */
export function overBudget(
  price: number,
  spent: Spent,
  budgets: Budgets,
  tokenMonthly: number | undefined,
): string | undefined {
  const limits = [
    ['the budget of a run', budgets.perRun, spent.run],
    ['the budget of the day', budgets.perDay, spent.day],
    ['the budget of the month', budgets.perMonth, spent.month],
    ['the monthly budget of this API token', tokenMonthly, spent.token],
  ] as const
  for (const [name, limit, used] of limits)
    if (limit !== undefined && used + price > limit + epsilon)
      return `It costs ${dollars(price)}, and of ${name}, ${dollars(limit)}, there are ${dollars(Math.max(0, limit - used))} left.`
  return undefined
}

function dollars(cents: number): string {
  const digits = Number.isInteger(cents) ? 2 : 3
  return `$${(cents / 100).toFixed(digits)}`
}
