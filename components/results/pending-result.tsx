'use client'

import { useEffect, useState } from 'react'
import { variantUrl } from '@/lib/assets/asset-urls'
import type { Asset } from '@/lib/assets/asset'
import { findModel } from '@/lib/models/registry'
import type { PredictionView } from '@/lib/predictions/view'
import { Button } from '@/components/ui/button'
import { ResultViewer } from './result-viewer'
import { useRunActions } from './run-actions'
import { Stopwatch } from './stopwatch'

const stateTexts: Partial<Record<PredictionView['state'], string>> = {
  queued: 'Waiting for its turn',
  submitting: 'Sending the request',
  running: 'The model is working',
  storing: 'Fetching the result',
}

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
  // While there is time: the viewer must not be fetched only when there is something to view.
  useEffect(() => ResultViewer.preload(), [])
  const usual = findModel(prediction.modelId)?.usualSeconds
  const aspect = input ? `${input.width} / ${input.height}` : '1 / 1'

  return (
    <div
      className="relative grid max-h-[70vh] w-full place-items-center overflow-hidden bg-canvas"
      style={{ aspectRatio: aspect }}
    >
      {input && (
        <img
          src={variantUrl(input.id, 640)}
          alt=""
          className="absolute inset-0 size-full object-contain opacity-30 blur-sm"
        />
      )}
      <div className="relative m-4 grid justify-items-center gap-1 rounded-lg border border-line bg-panel px-6 py-4 text-center">
        <p className="text-3xl font-semibold">
          <Stopwatch since={Date.parse(prediction.createdAt)} serverNow={serverNow} />
        </p>
        <p role="status">{stateTexts[prediction.state]}</p>
        {prediction.waiting && (
          <p className="max-w-xs text-xs text-warning">
            {prediction.waiting.reason} It is tried again by itself.
          </p>
        )}
        <p className="text-xs text-muted">
          {usual ? `Usually ${usual[0]} to ${usual[1]} s` : 'The provider names no usual time'}
        </p>
        {prediction.state !== 'storing' && (
          <Button
            size="small"
            className="mt-2"
            disabled={isCanceling}
            onClick={() => {
              setIsCanceling(true)
              void cancel(prediction.id).finally(() => setIsCanceling(false))
            }}
          >
            {isCanceling ? 'Canceling…' : 'Cancel'}
          </Button>
        )}
      </div>
    </div>
  )
}
