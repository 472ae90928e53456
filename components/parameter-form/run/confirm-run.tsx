'use client'
import { useEffect, useId, useRef } from 'react'
import { BudgetNote } from '@/components/ledger/budget-note'
import { Button } from '@/components/ui/button'
import { formatCents } from '@/components/ui/format-cents'
import { choiceTitles } from '../choices/choice-titles'
import { AskAboveSetting } from './ask-above-setting'
import { totalSentence } from './run-total'
import type { AskedRun } from './use-run'

/**
 * Asks before a dear run, with its sum and what each model is of it. Cancel has the focus: who still has a finger on
 * Enter from Ctrl+Enter must not pay by it.
 */
export function ConfirmRun({ asked }: { asked: AskedRun }) {
  const { plan, check, runId, confirm, cancel } = asked
  const dialog = useRef<HTMLDialogElement>(null)
  const cancelButton = useRef<HTMLButtonElement>(null)
  const id = useId()
  const titles = choiceTitles(plan.choices)

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    cancelButton.current?.focus()
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-sum`}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line bg-panel p-4 text-left text-text backdrop:bg-black/50"
      onClose={cancel}
    >
      <h2 id={`${id}-title`} className="text-base font-semibold">
        Run {check.count === 1 ? '1 prediction' : `${check.count} predictions`} for {formatCents(check.cents)}
        ?
      </h2>
      <p id={`${id}-sum`} className="mt-1 mb-3 text-sm text-muted">
        {totalSentence(plan, check)}
      </p>
      <ul className="mb-3 max-h-60 divide-y divide-line overflow-y-auto border-y border-line text-sm">
        {titles.map((title, choice) => {
          const { count = 0, cents = 0, isFree } = check.choices[choice] ?? {}
          return (
            <li key={title} className="flex items-baseline gap-3 py-1.5">
              <span className="min-w-0 flex-1">{title}</span>
              <span className="text-muted tabular-nums">{count} ×</span>
              <span className="w-20 text-right tabular-nums">{isFree ? 'sandbox' : formatCents(cents)}</span>
            </li>
          )
        })}
      </ul>
      <div className="space-y-2 text-xs text-muted">
        <BudgetNote check={check} runId={runId} />
        <AskAboveSetting />
      </div>
      <div className="mt-4 flex justify-end gap-2">
        <Button ref={cancelButton} onClick={() => dialog.current?.close()}>
          Cancel
        </Button>
        <Button variant="primary" onClick={confirm}>
          Run for {formatCents(check.cents)}
        </Button>
      </div>
    </dialog>
  )
}
