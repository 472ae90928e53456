'use client'
import { labelOf, type SizeParameter } from '@/lib/models/parameter'
import { useSetFormValue } from '../form-context'
import { NumberInput } from './number-input'
import { readNumber } from './number-text'
import { sizeHalves } from './size-choices'

/** Width and height of a free size, each kept as typed. */
export function FreeSizeInputs({
  parameter,
  value,
  path,
  errorId,
}: {
  parameter: Extract<SizeParameter, { separator: string }>
  value: string
  path: string
  errorId: string | undefined
}) {
  const setValue = useSetFormValue()
  const halves = sizeHalves(value)
  return (
    <div className="mt-2 flex items-center gap-2">
      {(['width', 'height'] as const).map((side, index) => (
        <span key={side} className="contents">
          {index === 1 ? <span aria-hidden>×</span> : null}
          <NumberInput
            className="w-24"
            inputMode="numeric"
            aria-label={`${labelOf(parameter)}, ${side} in pixels`}
            aria-invalid={errorId !== undefined}
            aria-describedby={errorId}
            value={readNumber(halves[index] ?? '')}
            onValue={(half) =>
              setValue(
                path,
                halves.with(index, half === undefined ? '' : String(half)).join(parameter.separator),
              )
            }
            range={{ min: parameter.min, max: parameter.max, step: 16 }}
            start={parameter.min}
          />
        </span>
      ))}
      <span className="text-xs text-muted">
        {parameter.min}–{parameter.max} px
      </span>
    </div>
  )
}
