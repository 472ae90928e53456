import type { ProviderId } from '@/lib/models/providers'
import type { Budgets } from './budget'
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
  budgets(): Promise<Budgets>
  setBudgets(budgets: Budgets): Promise<void>
}
