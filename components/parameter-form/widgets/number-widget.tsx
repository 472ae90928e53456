'use client'
import { labelOf } from '@/lib/models/parameter'
import { useFormValue, useImages, useSetFormValue } from '../form-context'
import { NumberInput } from './number-input'
import type { WidgetProps } from './widget-props'

/** A slider over the row's range beside a field for the exact number; empty means the default. */
export function NumberWidget({
  parameter,
  path,
  id,
  errorId,
}: WidgetProps<'integer'> | WidgetProps<'number'>) {
  const value = useFormValue(path)
  const setValue = useSetFormValue()
  const { min, max, step } = parameter
  const images = useImages()
  return (
    <>
      <div className="flex items-center gap-3">
        <input
          type="range"
          className="h-6 min-w-0 flex-1 accent-accent"
          aria-label={`${labelOf(parameter)}, slider`}
          min={min}
          max={max}
          step={step}
          value={typeof value === 'number' ? value : parameter.default}
          onChange={(event) => setValue(path, Number(event.target.value))}
        />
        <NumberInput
          id={id}
          className="w-20"
          placeholder={String(parameter.default)}
          value={value}
          onValue={(next) => setValue(path, next)}
          range={{ min, max, step }}
          start={parameter.default}
          aria-invalid={errorId !== undefined}
          aria-describedby={errorId}
        />
      </div>
      {parameter.onlyWith && images.length === 0 ? (
        <p className="text-xs text-muted">Has no effect without a picture.</p>
      ) : null}
    </>
  )
}
