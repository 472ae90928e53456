'use client'
import { useId, useState } from 'react'
import { controlClass } from '@/components/ui/control-class'
import { classNames } from '@/components/ui/class-names'
import { formatCents } from '@/components/ui/format-cents'
import { useAskAbove, writeAskAbove } from './ask-above'

/** "Asks before a run over 50¢", and how to change that. Kept in this browser. */
export function AskAboveSetting() {
  const limit = useAskAbove()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div>
      <p>
        {limit === undefined
          ? 'Never asks before a run, whatever it costs.'
          : `Asks before a run over ${formatCents(limit)}.`}{' '}
        <button
          type="button"
          className="min-h-6 underline decoration-line-strong underline-offset-2 hover:text-text"
          aria-label="Change when a run asks first"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Close' : 'Change'}
        </button>
      </p>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <LimitFields limit={limit} /> : null}
      </div>
    </div>
  )
}

function LimitFields({ limit }: { limit: number | undefined }) {
  const id = useId()
  const [text, setText] = useState(((limit ?? 50) / 100).toFixed(2))
  const dollars = Number(text)
  const isWrong = text.trim() === '' || !Number.isFinite(dollars) || dollars < 0
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1 text-text">
      <label className="flex min-h-8 items-center gap-1.5">
        <input
          type="checkbox"
          className="accent-accent"
          checked={limit !== undefined}
          onChange={(event) => writeAskAbove(event.target.checked && !isWrong ? dollars * 100 : undefined)}
        />
        Ask before a run over
      </label>
      <span className="flex items-center gap-1">
        $
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label="Limit in dollars"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-problem` : undefined}
          className={classNames(controlClass, 'h-8 w-20 tabular-nums')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            const next = Number(event.target.value)
            if (event.target.value.trim() !== '' && Number.isFinite(next) && next >= 0)
              writeAskAbove(Math.round(next * 10_000) / 100)
          }}
        />
      </span>
      {isWrong ? (
        <span id={`${id}-problem`} className="text-danger">
          Write an amount like 0.50.
        </span>
      ) : null}
    </div>
  )
}
