'use client'

import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { BudgetNote } from '@/components/ledger/budget-note'
import { restOf } from '@/components/results/rest-of-run'
import { useRunActions } from '@/components/results/run-actions'
import { Button } from '@/components/ui/button'
import { formatCents } from '@/components/ui/format-cents'

/** Tries all again that failed or was canceled: a batch that a budget or a provider broke off goes on. */
export function TryRest({ run, predictions }: { run: RunView; predictions: PredictionView[] }) {
  const { tryRestAgain } = useRunActions()
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { check } = restOf(run, predictions)
  const { count, cents, isFree } = check

  async function ask() {
    setIsAsking(true)
    setProblem(await tryRestAgain())
    setIsAsking(false)
  }

  return (
    <>
      {count > 0 && (
        <Button
          size="small"
          className="pointer-coarse:h-11"
          title="Everything that failed or was canceled, once more"
          disabled={isAsking}
          onClick={() => void ask()}
        >
          <RotateCw aria-hidden /> Try {count} again{isFree ? '' : ` · ${formatCents(cents)}`}
        </Button>
      )}
      {/* A line of its own below the buttons, as long as it says something. */}
      <div className="order-last w-full empty:hidden has-[p:empty]:sr-only">
        <BudgetNote check={check} runId={run.id} />
      </div>
      <p role="alert" className="text-xs text-danger empty:hidden">
        {problem}
      </p>
    </>
  )
}
