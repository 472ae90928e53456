'use client'
import { useId, useRef } from 'react'
import { ChevronDown } from 'lucide-react'
import type { Model } from '@/lib/models/model'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import { providers, type ProviderId } from '@/lib/models/providers'
import { models } from '@/lib/models/registry'
import { priceLabel, usualTime } from './price-label'

interface ModelPickerProps {
  model: Model
  providerAccess: Record<ProviderId, ProviderAccess>
  onChoose: (modelId: string) => void
}

/** The chosen model; opened, all of them as native radio buttons: arrow keys choose, Enter or a click closes. */
export function ModelPicker({ model, providerAccess, onChoose }: ModelPickerProps) {
  const details = useRef<HTMLDetailsElement>(null)
  const name = useId()

  function close() {
    if (!details.current) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }

  return (
    <details ref={details} className="group rounded-lg border border-line bg-panel">
      <summary className="flex list-none items-start gap-2 rounded-lg p-3 hover:bg-raised [&::-webkit-details-marker]:hidden">
        <span className="sr-only">Model: </span>
        <ModelCard model={model} access={providerAccess[model.provider]} />
        <ChevronDown
          aria-hidden
          className="mt-0.5 size-4 shrink-0 transition-transform group-open:rotate-180"
        />
      </summary>
      <fieldset
        className="border-t border-line p-1"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          close()
        }}
      >
        <legend className="sr-only">Model</legend>
        {models.map((candidate) => (
          <label
            key={candidate.id}
            className="flex cursor-pointer items-start gap-2 rounded-md p-2 hover:bg-raised has-checked:bg-raised"
          >
            <input
              type="radio"
              name={name}
              className="mt-1 accent-accent"
              checked={candidate.id === model.id}
              onChange={() => onChoose(candidate.id)}
              // Arrow keys click too, but without a pointer: they go on through the list.
              onClick={(event) => event.detail > 0 && close()}
            />
            <ModelCard model={candidate} access={providerAccess[candidate.provider]} withSummary />
          </label>
        ))}
      </fieldset>
    </details>
  )
}

function ModelCard(props: { model: Model; access: ProviderAccess; withSummary?: boolean }) {
  const { model, access } = props
  return (
    <span className="block min-w-0 flex-1">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{model.title}</span>
        {access.mode === 'sandbox' ? (
          <span className="rounded border border-line-strong px-1 text-xs text-warning">
            {props.withSummary ? 'Sandbox' : 'Local sandbox, not FLUX'}
          </span>
        ) : null}
      </span>
      <span className="block text-xs text-muted">
        {[providers[model.provider].title, priceLabel(model), usualTime(model)].filter(Boolean).join(' · ')}
      </span>
      {props.withSummary ? <span className="mt-0.5 block text-xs">{model.summary}</span> : null}
    </span>
  )
}
