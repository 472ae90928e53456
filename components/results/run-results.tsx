'use client'

import Link from 'next/link'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import type { RunView } from '@/lib/predictions/view'
import { withDrawnSeed } from '@/components/parameter-form/draw-seed'
import { usePlaygroundForm } from '@/components/parameter-form/playground-form-handle'
import { useStartRun } from '@/components/playground/start-run'
import { PredictionPanel } from './prediction-panel'
import { RunActionsContext, type RunActions } from './run-actions'
import { usePredictions } from './use-predictions'

export interface RunResultsProps {
  run: RunView
  /** Every stored picture the run's input names. */
  pictures: Asset[]
  /** The server's clock when the page was made, epoch milliseconds. */
  serverNow: number
}

/** One run: what was asked, and each prediction as it comes. */
export function RunResults({ run, pictures, serverNow }: RunResultsProps) {
  const { predictions, now, unreachable } = usePredictions({ predictions: run.predictions, now: serverNow })
  const inputs = run.input.images.flatMap((id) => pictures.find((picture) => picture.id === id) ?? [])
  const [refusal, setRefusal] = useState<string>()
  const fillForm = useFillForm(run, pictures)
  const actions = useActions(run, fillForm, setRefusal)
  useFillOnFirstPage(fillForm)

  return (
    <RunActionsContext value={actions}>
      <div className="grid gap-4">
        <header className="grid gap-1">
          <p className="text-xs text-muted">
            <Link href="/library" className="underline">
              Library
            </Link>{' '}
            · {new Date(run.createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC
          </p>
          <h1 className="max-h-40 max-w-prose overflow-y-auto text-base font-semibold [overflow-wrap:anywhere]">
            {run.input.prompt ?? 'Run without an instruction'}
          </h1>
        </header>
        {unreachable && (
          <p role="alert" className="rounded-md border border-line bg-panel px-3 py-2 text-warning">
            The Diptych server does not answer. The run goes on as soon as it is back; this page asks again by
            itself.
          </p>
        )}
        {refusal && (
          <p role="alert" className="rounded-md border border-line bg-panel px-3 py-2 text-danger">
            {refusal}
          </p>
        )}
        {predictions.map((prediction) => (
          <PredictionPanel
            key={prediction.id}
            prediction={prediction}
            inputs={inputs}
            prompt={run.input.prompt}
            serverNow={now}
          />
        ))}
      </div>
    </RunActionsContext>
  )
}

/** Puts the run's whole input into the form. The focus is left alone: it would scroll a phone past the result. */
function useFillForm(run: RunView, pictures: Asset[]): () => void {
  const form = usePlaygroundForm()
  return useCallback(() => {
    const choice = run.choices[0]
    if (choice) form?.fill({ input: run.input, choices: run.choices, axes: run.axes }, pictures)
  }, [run, pictures, form])
}

function useActions(
  run: RunView,
  fillForm: () => void,
  setRefusal: (sentence: string | undefined) => void,
): RunActions {
  const form = usePlaygroundForm()
  const { startRun, isStarting } = useStartRun()
  return useMemo(
    () => ({
      async cancel(predictionId) {
        const path = `/api/v1/predictions/${predictionId}/cancel`
        const answer = await fetch(path, { method: 'POST' }).catch(() => undefined)
        return answer?.ok ? undefined : 'The server did not take the cancel. Try again.'
      },
      runAgain(prediction) {
        const choice = run.choices[run.predictions.findIndex(({ id }) => id === prediction.id)]
        const model = findModel(prediction.modelId)
        if (!choice || !model) return
        const { seed: _sameAgain, ...input } = run.input
        setRefusal(undefined)
        void startRun({
          input: parameterWithRole(model, 'seed') ? withDrawnSeed(model, input) : run.input,
          choices: [choice],
        }).then((refused) => setRefusal(refused?.error))
      },
      editAgain() {
        fillForm()
        document.querySelector<HTMLTextAreaElement>('form textarea')?.focus()
      },
      editResult(asset) {
        form?.useAsInput(asset)
        document.querySelector<HTMLTextAreaElement>('form textarea')?.focus()
      },
      isStarting,
    }),
    [run, fillForm, setRefusal, form, startRun, isStarting],
  )
}

/** Who comes in by a run's address finds its input in the form; who was already typing keeps what they typed. */
function useFillOnFirstPage(fill: () => void) {
  const { isFirstPage } = useStartRun()
  useEffect(() => {
    if (isFirstPage()) fill()
    // Once, when the page is there: later changes of the form are the person's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}
