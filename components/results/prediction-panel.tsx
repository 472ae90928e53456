'use client'

import type { Asset } from '@/lib/assets/asset'
import type { PredictionView } from '@/lib/predictions/view'
import { FailedResult } from './failed-result'
import { PendingResult } from './pending-result'
import { SandboxBadge } from './sandbox-badge'
import { SucceededResult } from './succeeded-result'
import { isActive } from './use-predictions'

export interface PredictionPanelProps {
  prediction: PredictionView
  /** The run's input pictures, in order. */
  inputs?: Asset[]
  mask?: Asset
  prompt: string | undefined
  /** The server's clock at the last answer, epoch milliseconds. */
  serverNow: number
}

/** One prediction, whatever state it is in, in a frame of the shape its result will have. */
export function PredictionPanel({ prediction, inputs = [], mask, prompt, serverNow }: PredictionPanelProps) {
  return (
    <article
      aria-labelledby={`model-${prediction.id}`}
      className="overflow-hidden rounded-lg border border-line bg-panel"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5">
        <h2 id={`model-${prediction.id}`} className="font-semibold">
          {prediction.modelName}
        </h2>
        <span className="text-xs text-muted">{prediction.provider}</span>
        {prediction.sandbox && <SandboxBadge />}
      </header>
      {isActive(prediction) ? (
        <PendingResult prediction={prediction} input={inputs[0]} serverNow={serverNow} />
      ) : prediction.status === 'completed' ? (
        <SucceededResult prediction={prediction} inputs={inputs} mask={mask} prompt={prompt} />
      ) : (
        <FailedResult prediction={prediction} />
      )}
    </article>
  )
}
