'use client'
import { useState, type ComponentProps } from 'react'
import { controlClass } from '@/components/ui/control-class'
import { classNames } from '@/components/ui/class-names'
import { readNumber, stepFrom } from './number-text'

interface NumberInputProps extends Omit<
  ComponentProps<'input'>,
  'value' | 'onChange' | 'min' | 'max' | 'step'
> {
  /** A number, or the text as it was typed where that is none. */
  value: unknown
  onValue: (value: number | string | undefined) => void
  range: { min: number; max: number; step: number }
  /** Where the arrow keys start while the field is empty. */
  start: number
}

/**
 * A field for a number that keeps what was typed, even out of range: a native number input swallows text it can't
 * read, and then nothing can name it. Arrow keys step within the range.
 */
export function NumberInput({ value, onValue, range, start, className, ...props }: NumberInputProps) {
  const [text, setText] = useState('')
  // "1." while typing "1.5" means 1: the text stands as long as it means the value.
  const shown = readNumber(text) === value ? text : value === undefined ? '' : String(value)
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      className={classNames(controlClass, 'h-9 tabular-nums', className)}
      value={shown}
      onChange={(event) => {
        setText(event.target.value)
        onValue(readNumber(event.target.value))
      }}
      onKeyDown={(event) => {
        const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined
        if (!direction) return
        event.preventDefault()
        onValue(stepFrom(typeof value === 'number' ? value : start, direction, range))
      }}
      {...props}
    />
  )
}
