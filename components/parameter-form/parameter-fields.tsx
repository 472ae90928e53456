'use client'
import { useState } from 'react'
import { useFormState } from 'react-hook-form'
import { ChevronRight, RotateCcw, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { ModelValues } from '@/lib/models/model'
import { isChanged } from './changed-from-default'
import { flattenErrors } from './field-problems'
import { setFormValue, useFormContextValue, useProblem } from './form-context'
import { ParameterField } from './parameter-field'
import { ownPath, pathOf } from './playground-values'
import { usePlaygroundValues } from './use-playground-values'

/** All rows of the model's table as fields; those the table calls advanced are folded away. */
export function ParameterFields() {
  const { model } = useFormContextValue()
  const plain = model.parameters.filter((parameter) => !parameter.advanced)
  return (
    <div className="space-y-3">
      {plain.map((parameter) => (
        <ParameterField key={pathOf(parameter)} parameter={parameter} />
      ))}
      <AdvancedFields key={model.id} />
      <StrangeValues />
      <ResetAll />
    </div>
  )
}

/** Opens by itself when something in it is wrong: an error nobody sees can't be mended. */
function AdvancedFields() {
  const { form, model } = useFormContextValue()
  const { errors } = useFormState({ control: form.control })
  const [wasOpened, setOpened] = useState(false)
  const rows = model.parameters.filter((parameter) => parameter.advanced)
  if (rows.length === 0) return null
  const hasProblem = flattenErrors(errors).some(({ path }) => rows.some((row) => pathOf(row) === path))
  return (
    <details
      className="group border-t border-line pt-1"
      open={wasOpened || hasProblem}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary className="flex h-9 list-none items-center gap-1 text-sm font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        Advanced
      </summary>
      <div className="space-y-3 pb-2">
        {rows.map((parameter) => (
          <ParameterField key={pathOf(parameter)} parameter={parameter} />
        ))}
      </div>
    </details>
  )
}

/** Values the table has no row for, from a link or an older run: named, and removed only by the person. */
function StrangeValues() {
  const { model } = useFormContextValue()
  const { choice } = usePlaygroundValues()
  return Object.entries(choice.values)
    .filter(([name]) => !model.parameters.some((parameter) => parameter.name === name))
    .map(([name, value]) => <StrangeValue key={name} name={name} value={value} own={choice.values} />)
}

function StrangeValue({ name, value, own }: { name: string; value: unknown; own: ModelValues }) {
  const { form } = useFormContextValue()
  const problem = useProblem(ownPath(name))
  return (
    <div data-field={ownPath(name)} className="rounded-md border border-danger p-2 text-xs">
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
            setFormValue(form, 'choice.values', rest)
          }}
        >
          <X aria-hidden />
        </Button>
      </div>
      <p className="text-danger">{problem ?? 'This model has no such parameter. Remove it.'}</p>
    </div>
  )
}

function ResetAll() {
  const { form, model } = useFormContextValue()
  const { input, choice } = usePlaygroundValues()
  const changed = model.parameters.filter((parameter) =>
    isChanged(parameter, parameter.role === 'seed' ? input.seed : choice.values[parameter.name]),
  ).length
  if (changed === 0) return null
  return (
    <Button
      variant="quiet"
      size="small"
      onClick={() => {
        setFormValue(form, 'choice.values', {})
        setFormValue(form, 'input.seed', undefined)
      }}
    >
      <RotateCcw aria-hidden />
      Reset all settings ({changed} changed)
    </Button>
  )
}
