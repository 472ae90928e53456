'use client'

import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import type { PredictionView } from '@/lib/predictions/view'
import { formatDuration } from '@/components/results/format'
import { requestedSize } from '@/components/results/requested-size'
import { useRunActions } from '@/components/results/run-actions'
import { Button } from '@/components/ui/button'
import { formatCents } from '@/components/ui/format-cents'
import { MeasureFacts } from './measure-facts'
import type { CellMeasures } from './measure-texts'
import { waitingTime, workingTime } from './measured-prediction'

export interface CellFactsProps {
  prediction: PredictionView
  input: Asset | undefined
  measures: CellMeasures | undefined
  tabIndex: number
}

/** What is known of a result, below its picture; the place is kept while there is none. */
export function CellFacts(props: CellFactsProps) {
  const { prediction } = props
  return (
    <div className="grid min-h-27 content-start gap-0.5 px-2.5 py-2 text-xs text-muted [overflow-wrap:anywhere]">
      {prediction.status === 'completed' && <DoneFacts {...props} />}
      {prediction.status === 'processing' && <PendingFacts {...props} />}
      {prediction.status === 'failed' && <FailedFacts {...props} />}
    </div>
  )
}

function DoneFacts({ prediction, input, measures }: CellFactsProps) {
  const [asset] = prediction.assets
  const asked = requestedSize(prediction, input)
  const time = workingTime(prediction)
  const waited = waitingTime(prediction)
  if (!asset) return null
  return (
    <>
      <p className="text-text">
        {time !== undefined && (
          <span
            className="font-semibold tabular-nums"
            title={
              waited && waited > 1000
                ? `And waited ${formatDuration(waited)} before it was sent`
                : 'From the request to the stored picture'
            }
          >
            {formatDuration(time)}
          </span>
        )}{' '}
        · {costOf(prediction)}
      </p>
      <p>
        {asset.width} × {asset.height} px
        {asked && (asked.width !== asset.width || asked.height !== asset.height) && (
          <span className="text-warning">
            , asked for {asked.width} × {asked.height}
          </span>
        )}{' '}
        · {seedText(prediction)}
      </p>
      {measures && <MeasureFacts cell={measures} />}
      {prediction.warnings.map((warning) => (
        <p key={warning} title={warning} className="line-clamp-2 text-warning">
          {warning}
        </p>
      ))}
    </>
  )
}

/** The sandbox answers in a moment; the model's own time is told, so that nobody plans with the sandbox's. */
function PendingFacts({ prediction: { modelId } }: CellFactsProps) {
  const usual = findModel(modelId)?.usualSeconds
  return usual ? (
    <p>
      Usually {usual[0]} to {usual[1]} s
    </p>
  ) : null
}

function FailedFacts({ prediction, tabIndex }: CellFactsProps) {
  const { tryAgain } = useRunActions()
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const note = problem ?? prediction.advice

  async function ask() {
    setIsAsking(true)
    setProblem(await tryAgain(prediction))
    setIsAsking(false)
  }

  return (
    <>
      <Button
        size="small"
        tabIndex={tabIndex}
        className="justify-self-start pointer-coarse:h-11"
        disabled={isAsking}
        onClick={() => void ask()}
      >
        <RotateCw aria-hidden /> {isAsking ? 'Trying…' : 'Try again'}
      </Button>
      {prediction.state === 'unconfirmed' && !prediction.sandbox && (
        <p className="text-warning">It may then be billed twice.</p>
      )}
      <p
        role={problem ? 'alert' : undefined}
        title={note ?? undefined}
        className={problem ? 'text-danger' : 'line-clamp-3'}
      >
        {note}
      </p>
    </>
  )
}

/** "2¢", "2¢ by price list", "free". */
export function costOf({ sandbox, costCents, costReported }: PredictionView): string {
  if (sandbox) return 'free'
  if (costCents === null) return 'cost not told'
  return `${formatCents(costCents)}${costReported ? '' : ' by price list'}`
}

/** "seed 42", and where there is none, why. */
export function seedText({ modelId, seed }: PredictionView): string {
  if (seed !== null) return `seed ${seed}`
  const model = findModel(modelId)
  return model && parameterWithRole(model, 'seed') ? 'random seed, not told' : 'takes no seed'
}
