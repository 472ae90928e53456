import type { ProviderId } from '@/lib/models/providers'
import type { Budgets } from './budget'
import type { BudgetRoom } from './budget-room'
import type { Certainty } from './charge'

/** What was spent of one kind: a row of the ledger. */
export interface LedgerRow {
  /** As in `2026-11-21`, by the server's clock. */
  day: string
  provider: ProviderId
  modelId: string
  certainty: Certainty
  predictions: number
  /** US cents. */
  cents: number
}

/** Money: what was spent, and what may be. */
export interface LedgerStore {
  /** From the first day to the last, both included; newest day first. */
  rows(from: string, to: string): Promise<LedgerRow[]>
  /** Spent or reserved today and in this month. US cents. */
  spent(now: number): Promise<{ day: number; month: number }>
  /**
   * What is left of each budget that applies to a new run, or to more in the run that is named: by the arithmetic that
   * refuses a prediction.
   *
   * @param token that a new run would be counted on, with its limit for a month; a run that is there has its own
   */
  rooms(
    now: number,
    spender: { runId?: string; token?: { id: string; limit?: number } },
  ): Promise<BudgetRoom[]>
  budgets(): Promise<Budgets>
  setBudgets(budgets: Budgets): Promise<void>
}
