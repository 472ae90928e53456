'use client'
import { useState } from 'react'
import type { FieldPath } from 'react-hook-form'
import { checkPlan, type PlanCheck } from '@/lib/models/plan-check'
import type { RunPlan } from '@/lib/models/run-plan'
import { placeIssues, type CellIssue, type ErrorType } from '../field-problems'
import { useFormContextValue } from '../form-context'
import { flattenErrors } from '../form-errors'
import { planToRun } from '../plan-of-values'
import type { PlaygroundValues } from '../playground-values'
import { readAskAbove } from './ask-above'

/** What the server answered when it refused; empty when the run exists. */
export interface RunRefusal {
  /** A sentence for the person. */
  error?: string
  issues?: readonly CellIssue[]
}
export type OnRun = (plan: RunPlan) => Promise<RunRefusal>

interface RunOptions {
  onRun: OnRun
  onSeed: (seed: number | undefined) => void
  /** The first field that is wrong. */
  onRefused: (path: string) => void
}

/** A run that is dearer than the person's limit, and waits for their word. */
export interface AskedRun {
  plan: RunPlan
  check: PlanCheck
  /** The run in which something is tried again; a new one is made without it. */
  runId?: string
  confirm: () => void
  cancel: () => void
}

/** Checks the form, draws the seed, and starts the run once; what the server refuses stands at its field. */
export function useRun({ onRun, onSeed, onRefused }: RunOptions) {
  const { form, pictures, providerAccess } = useFormContextValue()
  const [isStarting, setStarting] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [asked, setAsked] = useState<AskedRun>()

  async function send(values: PlaygroundValues, plan: RunPlan): Promise<void> {
    onSeed(plan.input.seed)
    const { error, issues = [] } = await onRun(plan)
    const problems = placeIssues(values, issues)
    for (const { path, message } of problems)
      form.setError(path as FieldPath<PlaygroundValues>, { type: 'server' satisfies ErrorType, message })
    if (problems[0]) onRefused(problems[0].path)
    setFailure(error)
  }

  async function guarded(work: () => Promise<void>): Promise<void> {
    setStarting(true)
    setFailure(undefined)
    try {
      await work()
    } catch {
      // The action's answer was lost: the run may exist, so nothing is sent again by itself.
      setFailure(
        'The server did not answer. Look in the library whether the run is there before you try again.',
      )
    } finally {
      setStarting(false)
    }
  }

  async function start(values: PlaygroundValues): Promise<void> {
    const plan = planToRun(values)
    const check = checkPlan(plan, pictures, providerAccess)
    const limit = readAskAbove()
    if (limit === undefined || check.cents <= limit) return send(values, plan)
    setAsked({
      plan,
      check,
      confirm: () => {
        setAsked(undefined)
        void guarded(() => send(values, plan))
      },
      cancel: () => setAsked(undefined),
    })
  }

  function run(): Promise<void> {
    return guarded(() =>
      form.handleSubmit(start, (errors) => {
        const [first] = flattenErrors(errors)
        if (first) onRefused(first.path)
      })(),
    )
  }

  return { run, isStarting, failure, asked }
}
