'use client'
import { useRef, useState } from 'react'
import { ChevronDown, Columns2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import type { Model } from '@/lib/models/model'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import { providers, type ProviderId } from '@/lib/models/providers'
import { useFormContextValue } from '../form-context'
import { ChoiceSections } from '../parameter-fields'
import { priceLabel, usualTime } from './price-label'
import { SandboxBadge } from './sandbox-badge'

// Fetched when the list is opened, or about to be.
const ModelList = loadedWhenUsed(
  () => import('./model-list').then((module) => module.ModelList),
  () => <p className="border-t border-line p-3 text-muted">Loading…</p>,
)

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
    // After the list is drawn.
    whenThere(details.current, 'input[type="checkbox"]:not(:checked)', (box) => box.focus())
  }

  return (
    <div onPointerEnter={() => ModelList.preload()} onFocus={() => ModelList.preload()}>
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
        {isOpen ? <ModelList onClose={close} /> : null}
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

/** The focus goes to what is drawn in a moment. */
function whenThere(within: HTMLElement, selector: string, then: (element: HTMLElement) => void, frames = 30) {
  requestAnimationFrame(() => {
    const element = within.querySelector<HTMLElement>(selector)
    if (element) then(element)
    else if (frames > 0) whenThere(within, selector, then, frames - 1)
  })
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

export function ModelCard(props: { model: Model; access: ProviderAccess; withSummary?: boolean }) {
  const { model, access } = props
  return (
    <span className="block min-w-0 flex-1">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{model.title}</span>
        {access.mode === 'sandbox' ? <SandboxBadge isLong={!props.withSummary} /> : null}
      </span>
      <span className="block text-xs text-muted">
        {[providers[model.provider].title, priceLabel(model), usualTime(model)].filter(Boolean).join(' · ')}
      </span>
      {props.withSummary ? <span className="mt-0.5 block text-xs">{model.summary}</span> : null}
    </span>
  )
}
