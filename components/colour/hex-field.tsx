'use client'
import { useId, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'
import { readHex } from './hex'

interface HexFieldProps {
  label: string
  /** "#1E6FD9" */
  value: string
  onChange: (hex: string) => void
  /** The field is left. */
  onSettle?: () => void
}

/** A colour as text, and the browser's own picker beside it. */
export function HexField({ label, value, onChange, onSettle }: HexFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string>()
  const isWrong = draft !== undefined && readHex(draft) === undefined
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-xs text-muted">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <input
          type="color"
          aria-label={`${label}, by the browser’s picker`}
          className="h-8 w-12 cursor-pointer rounded-md border border-line-strong bg-panel p-0.5 pointer-coarse:h-11"
          value={value.toLowerCase()}
          onChange={(event) => onChange(event.target.value.toUpperCase())}
          onBlur={onSettle}
        />
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          className={classNames(controlClass, 'h-8 w-28 font-mono pointer-coarse:h-11')}
          value={draft ?? value}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-problem` : undefined}
          onChange={(event) => {
            setDraft(event.target.value)
            const hex = readHex(event.target.value)
            if (hex) onChange(hex)
          }}
          onBlur={() => {
            setDraft(undefined)
            onSettle?.()
          }}
        />
      </div>
      {isWrong && (
        <p id={`${id}-problem`} className="mt-1 text-xs text-danger">
          Write a colour like #1E6FD9.
        </p>
      )}
    </div>
  )
}
