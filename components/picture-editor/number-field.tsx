'use client'
import { useId, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'

interface NumberFieldProps {
  label: string
  value: number
  min: number
  max: number
  unit?: string
  onChange: (value: number) => void
  /** The field is left: what it changed is one step. */
  onSettle: () => void
}

/** A whole number. While it is typed it may be nonsense; only what can be meant is passed on. */
export function NumberField({ label, value, min, max, unit = 'px', onChange, onSettle }: NumberFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string>()
  const isWrong = draft !== undefined && readNumber(draft, min, max) === undefined
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-xs text-muted">
        {label}
      </label>
      <div className="flex items-center gap-1">
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          step={1}
          className={classNames(controlClass, 'h-8 w-full min-w-0 tabular-nums pointer-coarse:h-11')}
          value={draft ?? String(value)}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-problem` : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setDraft(event.target.value)
            const number = readNumber(event.target.value, min, max)
            if (number !== undefined) onChange(number)
          }}
          onBlur={() => {
            setDraft(undefined)
            onSettle()
          }}
        />
        <span className="text-xs text-muted">{unit}</span>
      </div>
      {isWrong && (
        <p id={`${id}-problem`} className="mt-1 text-xs text-danger">
          {`A whole number from ${min} to ${max}.`}
        </p>
      )}
    </div>
  )
}

function readNumber(text: string, min: number, max: number): number | undefined {
  const number = Number(text)
  return text.trim() !== '' && Number.isInteger(number) && number >= min && number <= max ? number : undefined
}
