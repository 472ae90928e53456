'use client'
import { controlClass } from '@/components/ui/control-class'
import { classNames } from '@/components/ui/class-names'
import type { SizeParameter } from '@/lib/models/parameter'
import type { Dimensions } from '@/lib/models/size'
import { useFormContextValue, useFormValue, useImages, useSetFormValue } from '../form-context'
import { FreeSizeInputs } from './free-size-inputs'
import { customStart, emptyLabel, optionLabel, sizePresets } from './size-choices'
import type { WidgetProps } from './widget-props'

/** The output's size: the row's list, or free width and height with common shapes. Empty follows the picture. */
export function SizeWidget({ parameter, path, id, errorId }: WidgetProps<'size'>) {
  const value = useFormValue(path)
  const setValue = useSetFormValue()
  const first = useFirstPicture()
  const isFree = !('options' in parameter)
  const current = value === undefined ? '' : String(value)
  const choices = choicesOf(parameter)
  const isListed = current === '' || choices.some((choice) => choice.value === current)
  return (
    <>
      <select
        id={id}
        className={classNames(controlClass, 'h-9 w-full')}
        value={isListed || !isFree ? current : 'custom'}
        onChange={(event) => setValue(path, next(event.target.value, parameter, first))}
        aria-invalid={errorId !== undefined}
        aria-describedby={errorId}
      >
        <option value="">{emptyLabel(parameter, first)}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {isFree ? <option value="custom">Custom width and height…</option> : null}
        {isListed || isFree ? null : <option value={current}>“{current}”: not offered</option>}
      </select>
      {isFree && current !== '' ? (
        <FreeSizeInputs parameter={parameter} value={current} path={path} errorId={errorId} />
      ) : null}
    </>
  )
}

function choicesOf(parameter: SizeParameter): { value: string; label: string }[] {
  if (!('options' in parameter)) return sizePresets(parameter)
  return parameter.options.map((option) => ({ value: option.value, label: optionLabel(option) }))
}

function next(chosen: string, parameter: SizeParameter, first: Dimensions | undefined): string | undefined {
  return chosen === 'custom' && !('options' in parameter)
    ? customStart(parameter, first)
    : chosen || undefined
}

function useFirstPicture(): Dimensions | undefined {
  const { pictures } = useFormContextValue()
  const [first] = useImages()
  return first === undefined ? undefined : pictures.get(first)
}
