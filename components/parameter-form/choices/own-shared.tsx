'use client'
import { useId } from 'react'
import { Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Model } from '@/lib/models/model'
import type { Parameter } from '@/lib/models/parameter'
import { drawSeed } from '../draw-seed'
import { setFormValue, useFormContextValue } from '../form-context'
import { ParameterField } from '../parameter-field'
import { maskRow } from '../mask/mask-row'
import { isOwnRole, overridePath, type OwnRole, type OwnShared as Own } from '../playground-values'
import { showWhenThere } from '../run/show-field'
import { usePlaygroundValues } from '../use-playground-values'
import { roleWord } from './choice-summary'

/** The shared values that this model gets of its own, and the ways to give it more of them. */
export function OwnShared({ model, choice }: { model: Model; choice: number }) {
  const { form } = useFormContextValue()
  const id = useId()
  const { input, choices, sweep } = usePlaygroundValues()
  const own = choices[choice]?.override ?? {}
  const swept = sweep.axes.map(({ parameter }) => parameter)
  const rows = model.parameters.flatMap((row) => (isOwnRole(row.role) ? [{ row, role: row.role }] : []))
  // What is varied over all models can't be a model's own; samples go on from the shared seed.
  const offered = rows.filter(
    ({ role }) => own[role] === undefined && !swept.includes(role) && !(role === 'seed' && sweep.samples > 1),
  )

  function give(role: OwnRole, row: Parameter, target: HTMLElement) {
    const shared = input[role]
    const drawn = row.kind === 'seed' ? drawSeed(row) : null
    setOverride({ ...own, [role]: shared ?? (role === 'images' ? [] : drawn) })
    const element = target.closest('form')
    if (element) showWhenThere(element, overridePath(choice, role))
  }
  function setOverride(override: Own) {
    const { override: _before, ...rest } = form.getValues(`choices.${choice}`)
    setFormValue(
      form,
      `choices.${choice}`,
      structuredClone(Object.keys(override).length > 0 ? { ...rest, override } : rest),
    )
  }

  return (
    <>
      {rows
        .filter(({ role }) => own[role] !== undefined)
        .map(({ row, role }) => (
          <ParameterField
            key={role}
            parameter={row}
            path={overridePath(choice, role)}
            mark={
              <>
                <span className="rounded border border-accent px-1 text-xs text-accent-text">own</span>
                <Button
                  variant="faint"
                  size="small"
                  aria-label={`Use the shared ${roleWord(row)}`}
                  onClick={() => {
                    const { [role]: _removed, ...rest } = own
                    setOverride(rest)
                    document.getElementById(`${id}-give`)?.focus()
                  }}
                >
                  <Undo2 aria-hidden />
                  Use shared
                </Button>
              </>
            }
          >
            {role === 'seed' && sweep.samples > 1 ? (
              <p className="text-xs text-warning">Not used: samples go on from the shared seed.</p>
            ) : null}
          </ParameterField>
        ))}
      {own.images?.length ? (
        <ParameterField parameter={maskRow([model])} path={overridePath(choice, 'mask')} />
      ) : null}
      {offered.length > 0 ? (
        <div
          id={`${id}-give`}
          tabIndex={-1}
          role="group"
          aria-label={`Give ${model.title} its own`}
          className="flex flex-wrap items-center gap-1.5 border-t border-line pt-2 text-xs"
        >
          <span aria-hidden className="text-muted">
            Give this model its own
          </span>
          {offered.map(({ row, role }) => (
            <Button key={role} size="small" onClick={(event) => give(role, row, event.currentTarget)}>
              {roleWord(row)}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  )
}
