'use client'

import { createContext, use } from 'react'
import type { RunPlan } from '@/lib/models/run-plan'

export interface RunRefusedAnswer {
  error: string
  /** By parameter name, as in our API. */
  issues: { choice: number; path: string; message: string }[]
}

export interface StartRun {
  /**
   * Starts a run and goes to its page.
   * @returns what was refused, or nothing when the run exists
   */
  startRun(plan: RunPlan): Promise<RunRefusedAnswer | undefined>
  isStarting: boolean
  /** Whether this is the page the person came in by, so that the form may take over what it shows. */
  isFirstPage(): boolean
}

export const StartRunContext = createContext<StartRun | undefined>(undefined)

export function useStartRun(): StartRun {
  const value = use(StartRunContext)
  if (!value) throw new Error('Runs are started inside <Playground>.')
  return value
}
