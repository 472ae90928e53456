'use client'
import { use, useId, useState, type ComponentType, type ReactNode } from 'react'
import { CircleQuestionMark, RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { labelOf, type Parameter, type ParameterKind } from '@/lib/models/parameter'
import { sweptName } from '@/lib/models/run-plan'
import { isChanged } from './changed-from-default'
import { ChoiceContext, useFormValue, useProblem, useSetFormValue } from './form-context'
import { pathOf, type FormAxis } from './playground-values'
import { widgetByKind } from './widget-by-kind'
import type { WidgetProps } from './widgets/widget-props'

// Fetched when the first help is opened.
const FieldHelp = loadedWhenUsed(() => import('./field-help').then((module) => module.FieldHelp))
// Fetched with the first sweep.
const SweptField = loadedWhenUsed(() => import('./sweep/swept-field').then((module) => module.SweptField))

interface ParameterFieldProps {
  parameter: Parameter
  /** Where its value lives, if not where the row says. */
  path?: string
  /** In place of the mark and the reset of a changed value. */
  mark?: ReactNode
  /** Below the widget. */
  children?: ReactNode
}

/** One row of the table as a field: label, help, mark and reset when changed, its widget, and what is wrong with it. */
export function ParameterField({ parameter, path: given, mark, children }: ParameterFieldProps) {
  const id = useId()
  const choice = use(ChoiceContext)
  const path = given ?? pathOf(parameter, choice ?? 0)
  const problem = useProblem(path)
  const [helpIsOpen, setHelpOpen] = useState(false)
  const axes = useFormValue('sweep.axes') as FormAxis[]
  const axis = axes.findIndex((one) => one.parameter === sweptName(parameter))
  const { Widget, labels } = widgetByKind[parameter.kind] as {
    Widget: ComponentType<WidgetProps<ParameterKind>>
    labels: 'control' | 'group'
  }
  const label = labelOf(parameter)
  const labelId = `${id}-label`
  const errorId = problem ? `${id}-error` : undefined

  return (
    <div data-field={path}>
      <div className="flex min-h-8 flex-wrap items-center gap-1">
        {labels === 'control' && axis < 0 ? (
          <label id={labelId} htmlFor={id} className="text-sm font-medium">
            {label}
          </label>
        ) : (
          <span id={labelId} className="text-sm font-medium">
            {label}
          </span>
        )}
        {parameter.required ? <span className="text-xs text-muted">required</span> : null}
        {axis >= 0
          ? null
          : (mark ?? <ChangedMark parameter={parameter} path={path} label={label} controlId={id} />)}
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
        {helpIsOpen ? <FieldHelp parameter={parameter} /> : null}
      </div>
      {axis >= 0 ? (
        <SweptField axis={axis} labelId={labelId} />
      ) : (
        <Widget parameter={parameter} path={path} id={id} labelId={labelId} errorId={errorId} />
      )}
      {problem ? (
        <p id={errorId} className="mt-1 text-xs text-danger">
          {problem}
        </p>
      ) : null}
      {children}
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
