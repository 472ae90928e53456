'use client'
import { useEffect, useRef, useState } from 'react'
import { controlClass } from '@/components/ui/control-class'
import { classNames } from '@/components/ui/class-names'
import { useFormContextValue, useFormValue, useSetFormValue } from '../form-context'
import { InstructionBar } from '../instruction/instruction-bar'
import type { WidgetProps } from './widget-props'

/**
 * A text box that grows with its text. It is not controlled by React: what was typed before the page's script arrived
 * stays in the box, and the form takes it over.
 */
export function TextWidget({ parameter, path, id, errorId }: WidgetProps<'text'>) {
  const box = useRef<HTMLTextAreaElement>(null)
  const { form } = useFormContextValue()
  const setValue = useSetFormValue()
  const value = useFormValue(path)
  const text = typeof value === 'string' ? value : ''

  const [sentText] = useState(text)
  // Hydration would write the server's text over what was typed meanwhile; told the typed text, it writes that.
  const [startText] = useState(() => textInPage(id) ?? text)

  useEffect(() => {
    if (box.current && box.current.value !== sentText) setValue(path, box.current.value)
  }, [path, sentText, setValue])

  useEffect(() => {
    // Not the value of this render: the effect above may have just taken over what was typed.
    const current = form.getValues(path as 'input.prompt') ?? ''
    if (box.current && box.current.value !== current) box.current.value = current
    if (box.current) grow(box.current)
  }, [form, path, value])

  const { maxLength } = parameter
  // As the schema counts: an emoji is one character.
  const length = text.length > maxLength * 0.9 ? [...text].length : text.length
  return (
    <>
      <textarea
        ref={box}
        id={id}
        defaultValue={startText}
        rows={3}
        className={classNames(
          controlClass,
          'block field-sizing-content max-h-80 min-h-20 w-full resize-none py-2',
        )}
        aria-invalid={errorId !== undefined}
        aria-describedby={errorId}
        onChange={(event) => setValue(path, event.target.value)}
      />
      {length > maxLength * 0.9 ? (
        <p className="mt-1 text-right text-xs text-muted" role="status">
          {length.toLocaleString('en')} of {maxLength.toLocaleString('en')} characters
        </p>
      ) : null}
      {parameter.role === 'prompt' ? <InstructionBar box={box} path={path} /> : null}
    </>
  )
}

function textInPage(id: string): string | undefined {
  if (typeof document === 'undefined') return undefined
  const box = document.getElementById(id)
  return box instanceof HTMLTextAreaElement ? box.value : undefined
}

/** For browsers without `field-sizing`. */
function grow(box: HTMLTextAreaElement) {
  if (CSS.supports('field-sizing', 'content')) return
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight + 2}px`
}
