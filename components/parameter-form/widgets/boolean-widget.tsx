'use client'
import { Switch } from '@/components/ui/switch'
import { controlClass } from '@/components/ui/control-class'
import { classNames } from '@/components/ui/class-names'
import { useFormValue, useSetFormValue } from '../form-context'
import type { WidgetProps } from './widget-props'

/** A switch; without a stated default there is a third position, in which nothing is sent. */
export function BooleanWidget({ parameter, path, id, errorId }: WidgetProps<'boolean'>) {
  const value = useFormValue(path)
  const setValue = useSetFormValue()
  const isStrange = value !== undefined && typeof value !== 'boolean'
  if (parameter.default !== undefined && !isStrange)
    return (
      <Switch
        id={id}
        checked={typeof value === 'boolean' ? value : parameter.default}
        onChange={(event) => setValue(path, event.target.checked)}
        aria-invalid={errorId !== undefined}
        aria-describedby={errorId}
      />
    )
  return (
    <select
      id={id}
      className={classNames(controlClass, 'h-9 w-full')}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => setValue(path, { true: true, false: false }[event.target.value])}
      aria-invalid={errorId !== undefined}
      aria-describedby={errorId}
    >
      <option value="">Not set: the provider decides</option>
      <option value="true">On</option>
      <option value="false">Off</option>
      {isStrange ? <option value={String(value)}>“{String(value)}”: neither on nor off</option> : null}
    </select>
  )
}
