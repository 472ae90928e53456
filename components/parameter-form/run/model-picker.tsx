'use client'
import { useRef, useState } from 'react'
import { ChevronDown, Columns2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Model } from '@/lib/models/model'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import type { ProviderId } from '@/lib/models/providers'
import { useFormContextValue } from '../form-context'
import { ChoiceSections } from '../parameter-fields'
import { ModelCard } from './model-card'
import { ModelList } from './model-list'
import { SandboxBadge } from './sandbox-badge'

/** The chosen models; opened, all of them: one click chooses one alone, a tick adds it to the others. */
export function ModelPicker() {
  const { models, providerAccess } = useFormContextValue()
  const details = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [only] = models

  function close() {
    if (!details.current) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }
  function compare() {
    if (!details.current) return
    details.current.open = true
    details.current.querySelector<HTMLElement>('input[type="checkbox"]:not(:checked)')?.focus()
  }

  return (
    <div>
      <details
        ref={details}
        data-model-picker
        className="group rounded-lg border border-line bg-panel"
        onToggle={(event) => {
          setOpen(event.currentTarget.open)
          ChoiceSections.preload()
        }}
      >
        <summary className="flex list-none items-start gap-2 rounded-lg p-3 hover:bg-raised [&::-webkit-details-marker]:hidden">
          {models.length === 1 && only ? (
            <>
              <span className="sr-only">Model: </span>
              <ModelCard model={only} access={providerAccess[only.provider]} />
            </>
          ) : (
            <Chosen models={models} providerAccess={providerAccess} />
          )}
          <ChevronDown
            aria-hidden
            className="mt-0.5 size-4 shrink-0 transition-transform group-open:rotate-180"
          />
        </summary>
        <ModelList onClose={close} />
      </details>
      {models.length === 1 && !isOpen ? (
        <Button variant="quiet" size="small" className="mt-1" onClick={compare}>
          <Columns2 aria-hidden />
          Compare models
        </Button>
      ) : null}
    </div>
  )
}

interface ChosenProps {
  models: readonly Model[]
  providerAccess: Record<ProviderId, ProviderAccess>
}

function Chosen({ models, providerAccess }: ChosenProps) {
  const titles = [...new Set(models)].map((model) => {
    const count = models.filter((other) => other === model).length
    return count > 1 ? `${model.title}\u00a0×\u00a0${count}` : model.title
  })
  const onSandbox = models.filter(({ provider }) => providerAccess[provider].mode === 'sandbox').length
  return (
    <span className="block min-w-0 flex-1">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">
          <span className="sr-only">Models: </span>
          {models.length} models
        </span>
        {onSandbox === models.length ? <SandboxBadge isLong /> : null}
      </span>
      <span className="block text-xs text-muted">{titles.join(', ')}</span>
    </span>
  )
}
