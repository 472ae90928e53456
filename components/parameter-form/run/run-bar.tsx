'use client'
import { useId } from 'react'
import { Info, Play, TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { PreFlight, PreFlightNote } from '@/lib/models/pre-flight'
import { runLabel } from './price-label'
import type { RunReason } from './run-reasons'

interface RunBarProps {
  preFlight: PreFlight
  mode: 'live' | 'sandbox'
  reasons: readonly RunReason[]
  isStarting: boolean
  /** What the server said of the last try. */
  failure: string | undefined
  onRun: () => void
  onShow: (path: string) => void
}

/** Run with its price, what the model will really get, and every reason why it can't run. */
export function RunBar({ preFlight, mode, reasons, isStarting, failure, onRun, onShow }: RunBarProps) {
  const reasonsId = useId()
  const isBlocked = reasons.length > 0
  return (
    <div className="-mx-1 space-y-2 border-t border-line bg-panel px-1 py-3">
      <PreFlightNotes notes={preFlight.notes.filter((note) => note.level !== 'blocked')} />
      {failure ? (
        <p role="alert" className="text-sm text-danger">
          {failure}
        </p>
      ) : null}
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
          <span className={isStarting ? 'invisible' : undefined}>{runLabel(preFlight.cents, mode)}</span>
          <span className={isStarting ? undefined : 'invisible'}>Starting…</span>
        </span>
      </Button>
      {isBlocked ? (
        <ul id={reasonsId} className="max-h-28 space-y-0.5 overflow-y-auto text-xs text-muted">
          {reasons.map(({ text, path }) => (
            <li key={`${path} ${text}`}>
              {path ? (
                <button
                  type="button"
                  className="min-h-6 text-left underline decoration-line-strong underline-offset-2 hover:text-text"
                  onClick={() => onShow(path)}
                >
                  {text}
                </button>
              ) : (
                <span className="block py-1">{text}</span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function PreFlightNotes({ notes }: { notes: readonly PreFlightNote[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="max-h-24 space-y-1 overflow-y-auto text-xs" aria-label="Before you run">
      {notes.map(({ level, text }) => (
        <li
          key={text}
          className={level === 'warning' ? 'flex gap-1.5 text-warning' : 'flex gap-1.5 text-muted'}
        >
          {level === 'warning' ? (
            <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          ) : (
            <Info aria-hidden className="mt-px size-3.5 shrink-0" />
          )}
          {text}
        </li>
      ))}
    </ul>
  )
}
