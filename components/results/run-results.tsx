'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { runTitle } from '@/lib/models/batch'
import type { RunView } from '@/lib/predictions/view'
import { Board } from '@/components/board/board'
import { cellPictures } from '@/components/board/cell-pictures'
import type { AskedRun } from '@/components/parameter-form/run/use-run'
import { useTellSpending } from '@/components/ledger/spending'
import { ShareButton } from '@/components/sharing/share-button'
import { useStartRun } from '@/components/playground/start-run'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { PredictionPanel } from './prediction-panel'
import { RunActionsContext } from './run-actions'
import { useActions, useFillForm, type TryAgain, type TryRestAgain } from './use-actions'
import { usePredictions } from './use-predictions'

// Fetched when a run again is dearer than the person's limit.
const ConfirmRun = loadedWhenUsed(() =>
  import('@/components/parameter-form/run/confirm-run').then((module) => module.ConfirmRun),
)

export interface RunResultsProps {
  run: RunView
  /** Every stored picture the run's input names. */
  pictures: Asset[]
  /** The server's clock when the page was made, epoch milliseconds. */
  serverNow: number
  /** The server action. */
  tryAgain: TryAgain
  /** Another. */
  tryRestAgain: TryRestAgain
}

/** One run: what was asked, and each prediction as it comes; more than one on a board. */
export function RunResults({ run, pictures, serverNow, ...trying }: RunResultsProps) {
  const { predictions, unreachable, replace } = usePredictions(run, serverNow)
  useTellSpending(predictions)
  const [refusal, setRefusal] = useState<string>()
  const [asked, setAsked] = useState<AskedRun>()
  const actions = useActions({ run, pictures, predictions, replace, ...trying, setRefusal, setAsked })
  const [only] = predictions.length === 1 ? predictions : []
  useFillOnFirstPage(useFillForm(run, pictures))

  return (
    <RunActionsContext value={actions}>
      <div className="grid grid-cols-1 gap-4">
        <header className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
          <p className="text-xs text-muted">
            <Link href="/library" className="underline">
              Library
            </Link>{' '}
            · {new Date(run.createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC
          </p>
          <ShareButton
            target={{ runId: run.id }}
            count={predictions.length}
            className="row-span-2 pointer-coarse:h-11"
          />
          <h1 className="max-h-40 max-w-prose overflow-y-auto text-base font-semibold [overflow-wrap:anywhere]">
            {runTitle(run) ?? 'Run without an instruction'}
          </h1>
        </header>
        {unreachable && (
          <p role="alert" className="rounded-md border border-line bg-panel px-3 py-2 text-warning">
            The Diptych server does not answer. The run goes on as soon as it is back; this page asks again by
            itself.
          </p>
        )}
        {refusal && (
          <p
            role="alert"
            ref={showWhenThere}
            className="rounded-md border border-line bg-panel px-3 py-2 text-danger"
          >
            {refusal}
          </p>
        )}
        {asked ? <ConfirmRun asked={asked} /> : null}
        {only ? (
          <PredictionPanel
            key={only.id}
            prediction={only}
            {...cellPictures(run, [only], pictures)[0]}
            prompt={runTitle(run)}
            serverNow={serverNow}
          />
        ) : (
          <Board run={run} predictions={predictions} pictures={pictures} serverNow={serverNow} />
        )}
      </div>
    </RunActionsContext>
  )
}

/** What was pressed may stand a screen below the answer to it. */
function showWhenThere(answer: HTMLElement | null) {
  answer?.scrollIntoView({ block: 'nearest' })
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
