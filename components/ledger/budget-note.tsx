'use client'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import type { PlanCheck } from '@/lib/models/plan-check'
import { useMayHaveBudget } from './may-have-budget'

// With React Query, which the page need not have before something is to be paid out of a budget.
const BudgetLeft = loadedWhenUsed(() => import('./budget-left').then((module) => module.BudgetLeft))

export interface BudgetNoteProps {
  /** What is about to be sent. */
  check: Pick<PlanCheck, 'count' | 'cents' | 'isFree'>
  /** Of what is tried again; without it, a new run is made. */
  runId?: string
}

/** Says before anything is sent that it would not all fit into what is left of a budget; nothing where it would. */
export function BudgetNote({ check, runId }: BudgetNoteProps) {
  const { count, cents, isFree } = check
  const isAsked = useMayHaveBudget() && !isFree && cents > 0
  return isAsked ? <BudgetLeft count={count} cents={cents} runId={runId} /> : null
}
