'use client'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'

interface NameFieldProps {
  label: string
  value: string
  onChange: (name: string) => void
  /** What the button says. */
  action: string
  isOff: boolean
  onDone: () => void
  note?: string
  isFocused?: boolean
}

/** A name and the button that takes it; Enter does too. */
export function NameField({
  label,
  value,
  onChange,
  action,
  isOff,
  onDone,
  note,
  isFocused,
}: NameFieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-xs text-muted">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="text"
          autoComplete="off"
          maxLength={80}
          autoFocus={isFocused}
          className={classNames(controlClass, 'h-9 min-w-0 flex-1 pointer-coarse:h-11')}
          value={value}
          aria-describedby={note ? `${id}-note` : undefined}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
              return
            event.preventDefault()
            if (!isOff) onDone()
          }}
        />
        <Button
          className="pointer-coarse:h-11"
          aria-disabled={isOff ? true : undefined}
          onClick={() => {
            if (!isOff) onDone()
          }}
        >
          {action}
        </Button>
      </div>
      {note ? (
        <p id={`${id}-note`} className="mt-1 text-xs text-muted">
          {note}
        </p>
      ) : null}
    </div>
  )
}
