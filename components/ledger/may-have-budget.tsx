'use client'
import { createContext, use, useEffect, useState, type ReactNode } from 'react'

const MayHaveBudget = createContext(true)

/**
 * Knows whether asking what is left of the budgets is worth a request: not where none was set when the page was made,
 * until the person has been elsewhere, where they may have set one.
 */
export function BudgetKnowledge({ isSet, children }: { isSet: boolean; children: ReactNode }) {
  const [hasBeenAway, setBeenAway] = useState(false)
  useEffect(() => {
    const note = () => setBeenAway(true)
    document.addEventListener('visibilitychange', note, { once: true })
    return () => document.removeEventListener('visibilitychange', note)
  }, [])
  return <MayHaveBudget value={isSet || hasBeenAway}>{children}</MayHaveBudget>
}

export function useMayHaveBudget(): boolean {
  return use(MayHaveBudget)
}
