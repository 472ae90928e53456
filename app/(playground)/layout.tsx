import type { ReactNode } from 'react'
import { submitRun } from '@/app/actions'
import { BudgetKnowledge } from '@/components/ledger/may-have-budget'
import { Playground } from '@/components/playground/playground'
import { diptych } from '@/lib/diptych'

export default async function PlaygroundLayout({ children }: { children: ReactNode }) {
  const { access, ledger } = await diptych()
  const budgets = await ledger.budgets()
  return (
    <BudgetKnowledge isSet={Object.values(budgets).some((limit) => limit !== undefined)}>
      <Playground providerAccess={access} submitRun={submitRun}>
        {children}
      </Playground>
    </BudgetKnowledge>
  )
}
