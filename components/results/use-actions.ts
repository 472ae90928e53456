'use client'

import { useCallback, useEffect, useMemo, useRef } from 'react'
import { loggedOut } from '@/lib/access/logged-out'
import type { Asset } from '@/lib/assets/asset'
import { parameterWithRole, priceOf } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import { cellsOf } from '@/lib/models/run-plan'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { withDrawnSeed } from '@/components/parameter-form/draw-seed'
import { usePlaygroundForm } from '@/components/parameter-form/playground-form-handle'
import type { AskedRun } from '@/components/parameter-form/run/use-run'
import { useStartRun } from '@/components/playground/start-run'
import { isWanted } from './ask-first'
import { cancelText } from './cancel-text'
import { restOf } from './rest-of-run'
import type { RunActions } from './run-actions'

/** The server action that tries one cell again. */
export type TryAgain = (predictionId: string) => Promise<{ prediction: PredictionView } | { error: string }>

/** The server action that does so for all of a run that came to nothing. */
export type TryRestAgain = (runId: string) => Promise<{ predictions: PredictionView[] } | { error: string }>

interface ActionsContext {
  run: RunView
  pictures: Asset[]
  predictions: PredictionView[]
  replace(heard: PredictionView[]): void
  tryAgain: TryAgain
  tryRestAgain: TryRestAgain
  setRefusal(sentence: string | undefined): void
  /** A run that is dearer than the person's limit, to be asked about; undefined once it is decided. */
  setAsked(asked: AskedRun | undefined): void
}

function refusedBy(error: unknown): { error: string } {
  return { error: error instanceof Error && error.message === loggedOut ? loggedOut : notReached }
}
const notReached = 'The server could not be reached. Try again.'

/** What the results of a run can set going. */
export function useActions(context: ActionsContext): RunActions {
  const { run, pictures, replace, tryAgain, tryRestAgain, setRefusal, setAsked } = context
  const form = usePlaygroundForm()
  const { startRun } = useStartRun()
  // Read when something is done, so that the functions need not change with every poll.
  const latest = useRef(context.predictions)
  useEffect(() => {
    latest.current = context.predictions
  }, [context.predictions])
  const fillForm = useFillForm(run, pictures)
  const marking = useRef(Promise.resolve())

  return useMemo(
    () => ({
      async cancel(predictionId) {
        const answer = await post<PredictionView>(`/api/v1/predictions/${predictionId}/cancel`)
        if (!answer) return 'The server did not take the cancel. Try again.'
        replace([answer])
      },
      async cancelAll() {
        const before = latest.current
        const answer = await post<{ predictions: PredictionView[] }>(`/api/v1/runs/${run.id}/cancel`)
        if (!answer) return 'The server did not take the cancel. Try again.'
        replace(answer.predictions)
        return cancelText(before, answer.predictions)
      },
      async tryAgain(prediction) {
        const answer = await tryAgain(prediction.id).catch(refusedBy)
        if ('error' in answer) return answer.error
        replace([answer.prediction])
      },
      async tryRestAgain() {
        const { check, plan } = restOf(run, latest.current)
        if (!(await isWanted(plan, check, setAsked, run.id))) return
        const answer = await tryRestAgain(run.id).catch(refusedBy)
        if ('error' in answer) return answer.error
        replace(answer.predictions)
      },
      setMark(prediction, mark) {
        // The server's answer has a later version, whatever it says.
        const marked = { ...prediction, mark, version: prediction.version + 0.5 }
        replace([marked])
        marking.current = marking.current.then(async () => {
          const answer = await post<PredictionView>(`/api/v1/predictions/${prediction.id}/mark`, { mark })
          setRefusal(answer ? undefined : 'The mark could not be kept. Try again.')
          replace([answer ?? { ...prediction, version: marked.version + 0.25 }])
        })
      },
      runAgain(prediction) {
        const cell = cellsOf(run)[prediction.position]
        const model = findModel(prediction.modelId)
        if (!cell || !model) return
        const { override, ...choice } = cell.request
        const { seed: _sameAgain, ...input } = { ...run.input, ...override }
        const plan = {
          input: parameterWithRole(model, 'seed') ? withDrawnSeed(model, input) : input,
          choices: [choice],
        }
        const cents = priceOf(model, choice.values)
        const part = { count: 1, cents, isFree: prediction.sandbox }
        void isWanted(plan, { ...part, choices: [{ ...part, notes: [] }] }, setAsked).then(async (wanted) => {
          if (!wanted) return
          setRefusal(undefined)
          setRefusal((await startRun(plan))?.error)
        })
      },
      editAgain() {
        fillForm()
        focusForm()
      },
      editResult(asset) {
        form?.useAsInput(asset)
        focusForm()
      },
    }),
    [run, replace, tryAgain, tryRestAgain, setRefusal, setAsked, form, startRun, fillForm],
  )
}

/** Puts the run's whole input into the form. The focus is left alone: it would scroll a phone past the result. */
export function useFillForm(run: RunView, pictures: Asset[]): () => void {
  const form = usePlaygroundForm()
  return useCallback(() => {
    const { input, choices, axes } = run
    form?.fill({ input, choices, axes }, pictures)
  }, [run, pictures, form])
}

function focusForm() {
  document.querySelector<HTMLTextAreaElement>('form textarea')?.focus()
}

/** The answer's JSON, or nothing where the server refused or could not be reached. */
async function post<T>(path: string, body?: unknown): Promise<T | undefined> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    return answer.ok ? ((await answer.json()) as T) : undefined
  } catch {
    return undefined
  }
}
