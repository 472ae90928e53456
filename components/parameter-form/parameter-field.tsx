'use client'
import { useId, useState, type ComponentType } from 'react'
import { CircleQuestionMark, RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { labelOf, type Parameter, type ParameterKind } from '@/lib/models/parameter'
import { isChanged } from './changed-from-default'
import { rangeText } from './field-help'
import { useFormContextValue, useFormValue, useProblem, useSetFormValue } from './form-context'
import { pathOf } from './playground-values'
import { widgetByKind } from './widget-by-kind'
import type { WidgetProps } from './widgets/widget-props'

/** One row of the table as a field: label, help, mark and reset when changed, its widget, and what is wrong with it. */
export function ParameterField({ parameter }: { parameter: Parameter }) {
  const id = useId()
  const path = pathOf(parameter)
  const problem = useProblem(path)
  const [helpIsOpen, setHelpOpen] = useState(false)
  const { Widget, labels } = widgetByKind[parameter.kind] as {
    Widget: ComponentType<WidgetProps<ParameterKind>>
    labels: 'control' | 'group'
  }
  const label = labelOf(parameter)
  const labelId = `${id}-label`
  const errorId = problem ? `${id}-error` : undefined

  return (
    <div data-field={path}>
      <div className="flex h-8 items-center gap-1">
        {labels === 'control' ? (
          <label id={labelId} htmlFor={id} className="text-sm font-medium">
            {label}
          </label>
        ) : (
          <span id={labelId} className="text-sm font-medium">
            {label}
          </span>
        )}
        {parameter.required ? <span className="text-xs text-muted">required</span> : null}
        <ChangedMark parameter={parameter} path={path} label={label} controlId={id} />
        <Button
          variant="faint"
          size="icon-small"
          className="ml-auto"
          aria-label={`About ${label}`}
          aria-expanded={helpIsOpen}
          aria-controls={`${id}-help`}
          onClick={() => setHelpOpen(!helpIsOpen)}
        >
          <CircleQuestionMark aria-hidden />
        </Button>
      </div>
      <div id={`${id}-help`} hidden={!helpIsOpen}>
        <FieldHelp parameter={parameter} />
      </div>
      <Widget parameter={parameter} path={path} id={id} labelId={labelId} errorId={errorId} />
      {problem ? (
        <p id={errorId} className="mt-1 text-xs text-danger">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

interface ChangedMarkProps {
  parameter: Parameter
  path: string
  label: string
  controlId: string
}

function ChangedMark({ parameter, path, label, controlId }: ChangedMarkProps) {
  const value = useFormValue(path)
  const setValue = useSetFormValue()
  if (!isChanged(parameter, value)) return null
  return (
    <>
      <span className="ml-1 size-1.5 rounded-full bg-accent" aria-hidden />
      <span className="sr-only">changed from default</span>
      <Button
        variant="faint"
        size="icon-small"
        aria-label={`Reset ${label}`}
        title="Reset to default"
        onClick={() => {
          setValue(path, undefined)
          // The button goes away with the change; the keyboard stays at the field.
          document.getElementById(controlId)?.focus()
        }}
      >
        <RotateCcw aria-hidden />
      </Button>
    </>
  )
}

function FieldHelp({ parameter }: { parameter: Parameter }) {
  const { model } = useFormContextValue()
  const range = rangeText(parameter)
  return (
    <div className="mb-2 space-y-1 rounded-md bg-raised px-3 py-2 text-xs">
      <p>{parameter.description}</p>
      {range ? <p className="text-muted">{range}</p> : null}
      {parameter.role === 'prompt' ? (
        <ul className="list-disc pl-4">
          {model.tips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      ) : null}
      {parameter.kind === 'seed' ? (
        <p className="text-muted">
          Left on random, Diptych draws a seed at every run and stores it with the result, so that any result
          can be made again. A number here is kept for all runs until you unlock it.
        </p>
      ) : null}
      {parameter.decided ? (
        <p className="text-muted">Our reading of the provider’s page: {parameter.decided}</p>
      ) : null}
      <p className="font-mono text-muted">{parameter.name}</p>
    </div>
  )
}
