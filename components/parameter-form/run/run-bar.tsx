'use client'
import { useId } from 'react'
import { Play } from 'lucide-react'
import { BudgetNote } from '@/components/ledger/budget-note'
import { Button } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import type { PlanCheck } from '@/lib/models/plan-check'
import type { RunPlan } from '@/lib/models/run-plan'
import { PreFlightNotes } from './pre-flight-notes'
import { runLabel } from './price-label'
import type { RunReason } from './run-reasons'

// Fetched when a run has more than one prediction.
const RunTotal = loadedWhenUsed(() => import('./run-total').then((module) => module.RunTotal))
const LeaveOut = loadedWhenUsed(() => import('./leave-out').then((module) => module.LeaveOut))

interface RunBarProps {
  plan: RunPlan
  check: PlanCheck
  reasons: readonly RunReason[]
  isStarting: boolean
  /** What the server said of the last try. */
  failure: string | undefined
  onRun: () => void
  onShow: (path: string) => void
}

/** Run with its price, what the models will really get, and every reason why it can't run. */
export function RunBar({ plan, check, reasons, isStarting, failure, onRun, onShow }: RunBarProps) {
  const reasonsId = useId()
  const isBlocked = reasons.length > 0
  // What only some get stands in their sections.
  const notes = (check.choices[0]?.notes ?? []).filter(
    ({ level, text }) =>
      level !== 'blocked' && check.choices.every((choice) => choice.notes.some((note) => note.text === text)),
  )
  const refusals = reasons.flatMap(({ leaveOut }) => (leaveOut ? [leaveOut] : []))
  const refusing = new Set(refusals.flat())
  // For several reasons; and some must be left to run.
  const leavesSome = refusals.length > 1 && refusing.size < check.choices.length
  return (
    <div className="-mx-1 space-y-2 border-t border-line bg-panel px-1 py-3">
      <div className="max-h-24 overflow-y-auto empty:hidden">
        {notes.length > 0 ? <PreFlightNotes notes={notes} label="Before you run" /> : null}
      </div>
      {failure ? (
        <p role="alert" className="text-sm text-danger">
          {failure}
        </p>
      ) : null}
      {check.count > 1 ? <RunTotal plan={plan} check={check} /> : null}
      {/* What can't run yet may still become another run. */}
      {isBlocked ? null : <BudgetNote check={check} />}
      <Button
        variant="primary"
        size="large"
        className="w-full"
        aria-disabled={isBlocked || isStarting ? true : undefined}
        aria-describedby={isBlocked ? reasonsId : undefined}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        title="Ctrl+Enter or ⌘+Enter"
        onClick={onRun}
      >
        <Play aria-hidden />
        {/* Both in one place: nothing moves when one takes the other's. */}
        <span className="grid text-center *:col-start-1 *:row-start-1">
          <span className={isStarting ? 'invisible' : undefined}>{runLabel(check)}</span>
          <span className={isStarting ? undefined : 'invisible'}>Starting…</span>
        </span>
      </Button>
      {isBlocked ? (
        <ul id={reasonsId} className="max-h-32 space-y-0.5 overflow-y-auto text-xs text-muted">
          {reasons.map(({ text, path, leaveOut }) => (
            <li key={`${path} ${text}`} className="flex items-start gap-2">
              {path ? (
                <button
                  type="button"
                  className="min-h-6 min-w-0 flex-1 text-left underline decoration-line-strong underline-offset-2 hover:text-text"
                  onClick={() => onShow(path)}
                >
                  {text}
                </button>
              ) : (
                <span className="min-w-0 flex-1 py-1">{text}</span>
              )}
              {leaveOut ? <LeaveOut choices={leaveOut} /> : null}
            </li>
          ))}
          {leavesSome ? (
            <li>
              <LeaveOut choices={[...refusing]} label={`Leave out all ${refusing.size}`} />
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  )
}
