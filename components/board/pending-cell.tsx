'use client'

import { useState } from 'react'
import type { PredictionView } from '@/lib/predictions/view'
import { Button } from '@/components/ui/button'
import { pendingTexts } from '@/components/results/pending-texts'
import { useRunActions } from '@/components/results/run-actions'
import { Stopwatch } from '@/components/results/stopwatch'

/** How long the model has been at it, or why it is not its turn yet. */
export function PendingCell(props: { prediction: PredictionView; serverNow: number; tabIndex: number }) {
  const { prediction, serverNow, tabIndex } = props
  const { cancel } = useRunActions()
  const [isCanceling, setIsCanceling] = useState(false)
  const [problem, setProblem] = useState<string>()
  const note = problem ?? prediction.waiting?.reason

  async function tryToCancel() {
    setIsCanceling(true)
    setProblem(await cancel(prediction.id))
    setIsCanceling(false)
  }

  return (
    <div className="absolute inset-0 grid place-content-center justify-items-center gap-1 p-2 text-center text-xs">
      {/* Only what has been sent is timed: waiting in our own line is not the model's work. */}
      <p className="text-xl font-semibold">
        {prediction.submittedAt === null ? (
          <span aria-hidden>…</span>
        ) : (
          <Stopwatch key={prediction.submittedAt} since={prediction.submittedAt} serverNow={serverNow} />
        )}
      </p>
      <p>{pendingTexts[prediction.state]}</p>
      {note && (
        <p
          title={note}
          role={problem ? 'alert' : undefined}
          className={problem ? 'line-clamp-2 text-danger' : 'line-clamp-2 text-warning'}
        >
          {note}
        </p>
      )}
      <Button
        size="small"
        tabIndex={tabIndex}
        // Its place stays when there is nothing left to cancel.
        className={prediction.state === 'storing' ? 'invisible' : 'pointer-coarse:h-11'}
        disabled={isCanceling}
        onClick={() => void tryToCancel()}
      >
        {isCanceling ? 'Canceling…' : 'Cancel'}
      </Button>
    </div>
  )
}
