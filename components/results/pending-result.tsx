'use client'

import { useEffect, useState } from 'react'
import { variantUrl } from '@/lib/assets/asset-urls'
import type { Asset } from '@/lib/assets/asset'
import { findModel } from '@/lib/models/registry'
import type { PredictionView } from '@/lib/predictions/view'
import { Button } from '@/components/ui/button'
import { ViewerFrame } from '@/components/viewer/viewer-frame'
import { pendingTexts } from './pending-texts'
import { requestedSize } from './requested-size'
import { ResultViewer } from './result-viewer'
import { useRunActions } from './run-actions'
import { Stopwatch } from './stopwatch'

const square = { width: 1, height: 1 }

/** What is known while nothing can be shown: how long it has been, and how long it usually takes. No fake bar. */
export function PendingResult({
  prediction,
  input,
  serverNow,
}: {
  prediction: PredictionView
  input: Asset | undefined
  serverNow: number
}) {
  const { cancel } = useRunActions()
  const [isCanceling, setIsCanceling] = useState(false)
  const [problem, setProblem] = useState<string>()
  // While there is time: the viewer must not be fetched only when there is something to view.
  useEffect(() => ResultViewer.preload(), [])

  async function tryToCancel() {
    setIsCanceling(true)
    setProblem(await cancel(prediction.id))
    setIsCanceling(false)
  }

  return (
    <div className="p-3">
      <ViewerFrame
        shape={input ?? requestedSize(prediction, undefined) ?? square}
        pair={input !== undefined}
        extras={input !== undefined}
      >
        <div className="grid size-full place-items-center">
          {input && (
            <img
              src={variantUrl(input.id, 640)}
              alt=""
              className="absolute inset-0 size-full object-contain opacity-30 blur-sm"
            />
          )}
          <div className="relative m-2 grid w-72 max-w-[calc(100%-1rem)] justify-items-center gap-1 rounded-lg border border-line bg-panel px-6 py-3 text-center">
            <p className="text-3xl font-semibold">
              <Stopwatch since={Date.parse(prediction.createdAt)} serverNow={serverNow} />
            </p>
            <p role="status" className="w-full">
              {/* A new word, not the old one moved. */}
              <span key={prediction.state}>{pendingTexts[prediction.state]}</span>
            </p>
            {prediction.ahead !== null && (
              <p className="text-xs text-muted">{lineBefore(prediction.ahead)}</p>
            )}
            {prediction.waiting && (
              <p className="max-w-xs text-xs text-warning">
                {prediction.waiting.reason} It is tried again by itself.
              </p>
            )}
            <p className="text-xs text-muted">{usualTime(prediction)}</p>
            {/* Its place stays when there is nothing left to cancel. */}

            <Button
              size="small"
              className={prediction.state === 'storing' ? 'invisible mt-2' : 'mt-2'}
              disabled={isCanceling}
              onClick={() => {
                void tryToCancel()
              }}
            >
              {isCanceling ? 'Canceling…' : 'Cancel'}
            </Button>

            {problem && (
              <p role="alert" className="max-w-xs text-xs text-danger">
                {problem}
              </p>
            )}
          </div>
        </div>
      </ViewerFrame>
    </div>
  )
}

function lineBefore(jobs: number): string {
  return jobs === 1 ? 'One job is before it in the line.' : `${jobs} jobs are before it in the line.`
}

/** The sandbox answers in a moment; the model's own time is told, so that nobody plans with the sandbox's. */
function usualTime({ modelId, sandbox }: PredictionView): string {
  const usual = findModel(modelId)?.usualSeconds
  const model = usual ? `usually ${usual[0]} to ${usual[1]} s` : 'no usual time is named'
  return sandbox
    ? `Sandbox: a few seconds. The model itself: ${model}`
    : `${model[0]?.toUpperCase()}${model.slice(1)}`
}
