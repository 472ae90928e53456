'use client'
import { controlClass } from '@/components/ui/control-class'
import { classNames } from '@/components/ui/class-names'
import { useFormValue, useSetFormValue } from '../form-context'
import type { WidgetProps } from './widget-props'

/** A list of the row's options; where there is only one there is nothing to choose. */
export function ChoiceWidget({ parameter, path, id, errorId }: WidgetProps<'choice'>) {
  const value = useFormValue(path)
  const setValue = useSetFormValue()
  const isListed = value === undefined || parameter.options.some((option) => option === value)
  if (parameter.options.length === 1 && isListed)
    return (
      <output id={id} className="block font-mono text-sm text-muted">
        {parameter.options[0]}
      </output>
    )
  return (
    <select
      id={id}
      className={classNames(controlClass, 'h-9 w-full')}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => setValue(path, event.target.value || undefined)}
      aria-invalid={errorId !== undefined}
      aria-describedby={errorId}
    >
      <option value="">
        {parameter.default ? `Default (${parameter.default})` : 'Not set: the provider decides'}
      </option>
      {parameter.options.map((option) => (
        <option key={option}>{option}</option>
      ))}
      {isListed ? null : <option value={String(value)}>“{String(value)}”: not offered</option>}
    </select>
  )
}
