'use client'
import { useState } from 'react'
import { useFormState } from 'react-hook-form'
import { ChevronRight, CopyPlus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { formatCents } from '@/components/ui/format-cents'
import type { Model } from '@/lib/models/model'
import { isSharedRole } from '@/lib/models/parameter'
import type { PreFlightNote } from '@/lib/models/pre-flight'
import { ChoiceContext, useFormContextValue } from '../form-context'
import { flattenErrors } from '../form-errors'
import { AdvancedFields, ResetAll, StrangeValues } from '../own-fields'
import { ParameterField } from '../parameter-field'
import { pathOf } from '../playground-values'
import { PreFlightNotes } from '../run/pre-flight-notes'
import { SandboxBadge } from '../run/sandbox-badge'
import { usePlaygroundValues } from '../use-playground-values'
import { choiceSummary } from './choice-summary'
import { OwnShared } from './own-shared'

interface ChoiceSectionProps {
  model: Model
  title: string
  /** Its place among the choices. */
  choice: number
  /** US cents of all its predictions. */
  cents: number | undefined
  /** What it will really get, where that is not the same for all. */
  notes: readonly PreFlightNote[]
}

/** One chosen model: what is changed of it, what it will really get, and opened, the fields only it has. */
export function ChoiceSection({ model, title, choice, cents, notes }: ChoiceSectionProps) {
  const { form, providerAccess, choiceActions } = useFormContextValue()
  const { choices, sweep } = usePlaygroundValues()
  const { errors } = useFormState({ control: form.control })
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const problems = flattenErrors(errors).filter(({ path }) => path.startsWith(`choices.${choice}.`)).length
  const own = model.parameters.filter((row) => !isSharedRole(row.role) && !row.advanced)
  const chosen = choices[choice]
  const swept = sweep.axes.map(({ parameter }) => parameter)
  const summary = chosen ? choiceSummary(model, chosen, swept) : ''

  return (
    <li
      data-choice={choice}
      className="relative rounded-lg border border-line bg-panel has-aria-invalid:border-danger"
    >
      <details
        className="group/choice"
        open={isOpen || problems > 0}
        onToggle={(event) => {
          setOpen(event.currentTarget.open)
          // Once drawn it stays: what is typed in it must not go with a click.
          if (event.currentTarget.open) setWasOpened(true)
        }}
      >
        <summary className="flex min-h-11 list-none items-start gap-1.5 rounded-lg py-2 pr-20 pl-2 pointer-coarse:pr-24 hover:bg-raised [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open/choice:rotate-90"
          />
          <span className="min-w-0">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{title}</span>
              {providerAccess[model.provider].mode === 'sandbox' ? <SandboxBadge /> : null}
            </span>
            <span className="flex flex-wrap items-baseline gap-x-1 text-xs text-muted">
              {cents !== undefined && Number.isFinite(cents) ? <span>{formatCents(cents)} ·</span> : null}
              {summary === 'defaults' ? null : (
                <span className="size-1.5 self-center rounded-full bg-accent" aria-hidden />
              )}
              <span className={summary === 'defaults' ? undefined : 'text-text'}>{summary}</span>
              {problems > 0 ? (
                <span className="text-danger">· {problems === 1 ? '1 problem' : `${problems} problems`}</span>
              ) : null}
            </span>
          </span>
        </summary>
        {wasOpened || problems > 0 ? (
          <ChoiceContext value={choice}>
            <div className="space-y-3 border-t border-line px-3 pt-1 pb-3">
              {own.map((parameter) => (
                <ParameterField key={pathOf(parameter, choice)} parameter={parameter} />
              ))}
              <AdvancedFields />
              <StrangeValues />
              <ResetAll />
              <OwnShared model={model} choice={choice} />
            </div>
          </ChoiceContext>
        ) : null}
      </details>
      <div className="absolute top-1 right-1 flex">
        <Button
          variant="faint"
          size="icon"
          className="pointer-coarse:size-11"
          aria-label={`Duplicate ${title}`}
          title="The same model again, to give it other values"
          onClick={() => choiceActions.duplicate(choice)}
        >
          <CopyPlus aria-hidden />
        </Button>
        <Button
          variant="faint"
          size="icon"
          className="pointer-coarse:size-11"
          aria-label={`Remove ${title}`}
          title="Remove"
          aria-disabled={choices.length === 1 ? true : undefined}
          onClick={(event) => {
            const list = event.currentTarget.closest('ul')
            choiceActions.remove(choice)
            // The button goes away with its model; the keyboard stays at the list.
            requestAnimationFrame(() => {
              const rows = list?.isConnected
                ? list.querySelectorAll<HTMLElement>('li > details > summary')
                : []
              const next = rows[Math.min(choice, rows.length - 1)]
              const picker = document.querySelector<HTMLElement>('[data-model-picker] > summary')
              ;(next ?? picker)?.focus()
            })
          }}
        >
          <X aria-hidden />
        </Button>
      </div>
      {notes.length > 0 ? (
        <div className="px-3 pb-2 pl-7.5">
          <PreFlightNotes notes={briefly(notes)} label={`What ${title} really gets`} />
        </div>
      ) : null}
    </li>
  )
}

/** Why a model can't take the input stands at Run, once for all that can't, with the way to leave them out. */
function briefly(notes: readonly PreFlightNote[]): PreFlightNote[] {
  const others = notes.filter(({ level }) => level !== 'blocked')
  return others.length === notes.length
    ? others
    : [{ level: 'blocked', text: 'Can’t take this input: see the reason at Run.' }, ...others]
}
