'use client'
import { useState } from 'react'
import type { FieldPath } from 'react-hook-form'
import { modelById } from '@/lib/models/registry'
import type { ModelChoice, RunInput } from '@/lib/models/run-input'
import { withDrawnSeed } from '../draw-seed'
import { flattenErrors, problemsOf, type ErrorType } from '../field-problems'
import { useFormContextValue } from '../form-context'
import { compactValues, type PlaygroundValues } from '../playground-values'

/** What the server answered when it refused; empty when the run exists. */
export interface RunRefusal {
  /** A sentence for the person. */
  error?: string
  /** Paths begin with a parameter's name, as in our API. */
  issues?: readonly { path: readonly PropertyKey[]; message: string }[]
}
export type OnRun = (values: { input: RunInput; choices: ModelChoice[] }) => Promise<RunRefusal>

interface RunOptions {
  onRun: OnRun
  onSeed: (seed: number | undefined) => void
  /** The first field that is wrong. */
  onRefused: (path: string) => void
}

/** Checks the form, draws the seed, and starts the run once; what the server refuses stands at its field. */
export function useRun({ onRun, onSeed, onRefused }: RunOptions) {
  const { form } = useFormContextValue()
  const [isStarting, setStarting] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function start(values: PlaygroundValues): Promise<void> {
    const { input: given, choice } = compactValues(values)
    const model = modelById(choice.modelId)
    const input = withDrawnSeed(model, given)
    onSeed(input.seed)
    const { error, issues = [] } = await onRun({ input, choices: [choice] })
    const problems = problemsOf(model, issues)
    for (const { path, message } of problems)
      form.setError(path as FieldPath<PlaygroundValues>, { type: 'server' satisfies ErrorType, message })
    if (problems[0]) onRefused(problems[0].path)
    setFailure(error)
  }

  async function run(): Promise<void> {
    setStarting(true)
    setFailure(undefined)
    try {
      await form.handleSubmit(start, (errors) => {
        const [first] = flattenErrors(errors)
        if (first) onRefused(first.path)
      })()
    } catch {
      // The action's answer was lost: the run may exist, so nothing is sent again by itself.
      setFailure(
        'The server did not answer. Look in the library whether the run is there before you try again.',
      )
    } finally {
      setStarting(false)
    }
  }

  return { run, isStarting, failure }
}
