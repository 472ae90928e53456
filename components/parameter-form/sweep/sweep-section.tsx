'use client'
import { useState } from 'react'
import { useFormState } from 'react-hook-form'
import { ChevronRight } from 'lucide-react'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { useFormContextValue } from '../form-context'
import { flattenErrors } from '../form-errors'
import { samplesOf } from '../plan-of-values'
import type { PlaygroundValues } from '../playground-values'
import { useFromValues } from '../use-playground-values'

// Fetched when it is opened.
const SweepFields = loadedWhenUsed(
  () => import('./sweep-fields').then((module) => module.SweepFields),
  () => <p className="p-3 text-muted">Loading…</p>,
)

/** How often each model is run, and what is varied. Folded away until it is used. */
export function SweepSection() {
  const { form } = useFormContextValue()
  const { errors } = useFormState({ control: form.control })
  const [isOpen, setOpen] = useState(false)
  const summary = useFromValues(sweepSummary)
  const hasProblem = flattenErrors(errors).some(({ path }) => path.startsWith('sweep.'))
  return (
    <details
      data-sweep
      className="group/sweep border-t border-line pt-1"
      open={isOpen || hasProblem}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onPointerEnter={() => SweepFields.preload()}
    >
      <summary className="flex min-h-9 list-none items-center gap-1 text-sm font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform group-open/sweep:rotate-90"
        />
        <span className="whitespace-nowrap">Samples and sweeps</span>
        {summary ? (
          <span className="ml-1 flex min-w-0 items-center gap-1.5 text-xs font-normal group-open/sweep:hidden">
            <span className="size-1.5 shrink-0 rounded-full bg-accent" aria-hidden />
            <span className="truncate">{summary}</span>
          </span>
        ) : null}
      </summary>
      {isOpen || hasProblem ? <SweepFields /> : null}
    </details>
  )
}

/** "3 samples, strength and prompt"; empty where each model is run once. */
function sweepSummary({ sweep }: PlaygroundValues): string {
  const samples = samplesOf(sweep)
  const swept = sweep.axes.map(({ parameter }) => parameter.replaceAll('_', ' ')).join(' × ')
  return [samples > 1 ? `${samples} samples` : '', swept].filter(Boolean).join(', ')
}
