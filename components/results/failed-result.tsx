'use client'

import { CircleSlash, TriangleAlert } from 'lucide-react'
import type { PredictionView } from '@/lib/predictions/view'
import { Button } from '@/components/ui/button'
import { useStartRun } from '@/components/playground/start-run'
import { useRunActions } from './run-actions'

/** Why there is no picture, what to do, and what it may have cost. */
export function FailedResult({ prediction }: { prediction: PredictionView }) {
  const { runAgain, editAgain } = useRunActions()
  const { isStarting } = useStartRun()
  const isCanceled = prediction.state === 'canceled'
  const Icon = isCanceled ? CircleSlash : TriangleAlert
  return (
    <div role="status" className="grid gap-3 px-4 py-6">
      <div className="flex gap-3">
        <Icon
          aria-hidden
          className={isCanceled ? 'size-5 shrink-0 text-muted' : 'size-5 shrink-0 text-danger'}
        />
        <div className="grid gap-1 [overflow-wrap:anywhere]">
          <p className="font-medium">{prediction.error}</p>
          {prediction.advice && <p className="text-muted">{prediction.advice}</p>}
        </div>
      </div>
      <div className="flex flex-wrap gap-2 pl-8">
        <Button onClick={() => runAgain(prediction)} disabled={isStarting}>
          {prediction.state === 'unconfirmed' ? 'Run again, knowing it may be billed twice' : 'Run again'}
        </Button>
        <Button
          onClick={editAgain}
          title="Brings this run’s pictures, instruction and values back into the form"
        >
          Change and run again
        </Button>
      </div>
    </div>
  )
}
