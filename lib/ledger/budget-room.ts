import { formatCents } from '@/lib/models/format-cents'
import type { Budgets } from './budget'

/** What has been spent already, or is reserved for work on its way. US cents. */
export interface Spent {
  run: number
  day: number
  month: number
  /** In this month, by the token that the run came with. */
  token: number
}

/** A budget that applies to a run, and what is left of it. US cents. */
export interface BudgetRoom {
  of: keyof Spent
  limit: number
  /** Below zero where more was spent before the limit was set. */
  left: number
}

/** Rounding of sums of fractions must not refuse the last cent. */
const epsilon = 1e-6

/**
 * What is left of each budget there is.
 *
 * @param tokenMonthly the month's limit of the API token that made the run, where it has one
 */
export function roomsIn(budgets: Budgets, spent: Spent, tokenMonthly: number | undefined): BudgetRoom[] {
  const limits = [
    ['run', budgets.perRun],
    ['day', budgets.perDay],
    ['month', budgets.perMonth],
    ['token', tokenMonthly],
  ] as const
  return limits.flatMap(([of, limit]) =>
    limit === undefined ? [] : [{ of, limit, left: limit - spent[of] }],
  )
}

/** The budget with the least left, if the cents do not fit into it. */
function tooSmallFor(cents: number, rooms: readonly BudgetRoom[]): BudgetRoom | undefined {
  const [smallest] = rooms.toSorted((one, other) => one.left - other.left)
  return smallest && cents > smallest.left + epsilon ? smallest : undefined
}

/** Why a prediction's price did not fit, as a sentence; undefined if it does. */
export function overBudget(price: number, rooms: readonly BudgetRoom[]): string | undefined {
  const room = tooSmallFor(price, rooms)
  if (!room) return undefined
  const left = dollars(Math.max(0, room.left))
  return `It costs ${dollars(price)}, and of ${names[room.of]}, ${dollars(room.limit)}, there are ${left} left.`
}

/**
 * The same told before anything is sent, of all that would be sent together; undefined if it fits.
 *
 * @param cents  what would really be spent: without what the sandbox does
 * @param count  of predictions in all
 */
export function overBudgetBefore(
  { cents, count }: { cents: number; count: number },
  rooms: readonly BudgetRoom[],
): string | undefined {
  const room = tooSmallFor(cents, rooms)
  if (!room) return undefined
  const { of, limit, left } = room
  const isWhole = left > limit - epsilon
  const state = isWhole
    ? `is ${formatCents(limit)}`
    : `has ${left > epsilon ? formatCents(left) : 'nothing'} left`
  const outcome = count === 1 ? 'It would not be run.' : 'What does not fit is not run.'
  return `${formatCents(cents)} would be spent; ${namesBefore[of]} ${state}. ${outcome}`
}

const names: Record<keyof Spent, string> = {
  run: 'the budget of a run',
  day: 'the budget of the day',
  month: 'the budget of the month',
  token: 'the monthly budget of this API token',
}

const namesBefore: Record<keyof Spent, string> = {
  run: 'this run’s budget',
  day: 'today’s budget',
  month: 'this month’s budget',
  token: 'the monthly budget of its API token',
}

function dollars(cents: number): string {
  const digits = Number.isInteger(cents) ? 2 : 3
  return `$${(cents / 100).toFixed(digits)}`
}
