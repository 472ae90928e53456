'use client'
import { use, useState } from 'react'
import { useFormState } from 'react-hook-form'
import { ChevronRight, RotateCcw, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Model, ModelValues } from '@/lib/models/model'
import { isSharedRole } from '@/lib/models/parameter'
import { isChanged } from './changed-from-default'
import { ChoiceContext, setFormValue, useFormContextValue, useProblem } from './form-context'
import { flattenErrors } from './form-errors'
import { ParameterField } from './parameter-field'
import { ownPath, pathOf, sharedPath } from './playground-values'
import { usePlaygroundValues } from './use-playground-values'

/** The model whose fields stand around, and its place among the choices. */
function useChoice(): { choice: number; model: Model | undefined } {
  const { models } = useFormContextValue()
  const choice = use(ChoiceContext) ?? 0
  return { choice, model: models[choice] }
}

/** Opens by itself when something in it is wrong: an error nobody sees can't be mended. */
export function AdvancedFields() {
  const { form } = useFormContextValue()
  const { choice, model } = useChoice()
  const { errors } = useFormState({ control: form.control })
  const [wasOpened, setOpened] = useState(false)
  const rows = (model?.parameters ?? []).filter((parameter) => parameter.advanced)
  if (rows.length === 0) return null
  const hasProblem = flattenErrors(errors).some(({ path }) =>
    rows.some((row) => pathOf(row, choice) === path),
  )
  return (
    <details
      className="group/advanced border-t border-line pt-1"
      open={wasOpened || hasProblem}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary className="flex h-9 list-none items-center gap-1 text-sm font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open/advanced:rotate-90" />
        Advanced
      </summary>
      <div className="space-y-3 pb-2">
        {rows.map((parameter) => (
          <ParameterField key={pathOf(parameter, choice)} parameter={parameter} />
        ))}
      </div>
    </details>
  )
}

/** Values the table has no row for, from a link or an older run: named, and removed only by the person. */
export function StrangeValues() {
  const { choice, model } = useChoice()
  const own = usePlaygroundValues().choices[choice]?.values ?? {}
  return Object.entries(own)
    .filter(([name]) => !model?.parameters.some((parameter) => parameter.name === name))
    .map(([name, value]) => <StrangeValue key={name} name={name} value={value} own={own} choice={choice} />)
}

interface StrangeValueProps {
  name: string
  value: unknown
  own: ModelValues
  choice: number
}

function StrangeValue({ name, value, own, choice }: StrangeValueProps) {
  const { form } = useFormContextValue()
  const path = ownPath(choice, name)
  const problem = useProblem(path)
  return (
    <div data-field={path} className="rounded-md border border-danger p-2 text-xs">
      <div className="flex items-center gap-2">
        <code className="min-w-0 flex-1 break-all">
          {name} = {JSON.stringify(value)}
        </code>
        <Button
          variant="quiet"
          size="icon-small"
          aria-label={`Remove ${name}`}
          onClick={() => {
            const { [name]: _removed, ...rest } = own
            setFormValue(form, `choices.${choice}.values`, rest)
          }}
        >
          <X aria-hidden />
        </Button>
      </div>
      <p className="text-danger">{problem ?? 'This model has no such parameter. Remove it.'}</p>
    </div>
  )
}

/** Back to what the model does by itself; where it is the only one, the seed goes too. */
export function ResetAll() {
  const { form } = useFormContextValue()
  const { choice, model } = useChoice()
  const { input, choices } = usePlaygroundValues()
  const isOnly = choices.length === 1
  const changed = (model?.parameters ?? []).filter((parameter) =>
    isSharedRole(parameter.role)
      ? isOnly && parameter.role === 'seed' && isChanged(parameter, input.seed)
      : isChanged(parameter, choices[choice]?.values[parameter.name]),
  ).length
  if (changed === 0) return null
  return (
    <Button
      variant="quiet"
      size="small"
      onClick={() => {
        setFormValue(form, `choices.${choice}.values`, {})
        if (isOnly) setFormValue(form, sharedPath('seed'), undefined)
      }}
    >
      <RotateCcw aria-hidden />
      Reset all settings ({changed} changed)
    </Button>
  )
}
