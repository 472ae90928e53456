'use client'
import { useId } from 'react'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { models as catalogue } from '@/lib/models/registry'
import { useFormContextValue } from '../form-context'
import { ModelCard } from './model-card'

/**
 * All models as native radio buttons, of which one is chosen alone: arrow keys choose, Enter or a click closes. The
 * ticks beside them choose several, and leave the list open.
 */
export function ModelList({ onClose }: { onClose: () => void }) {
  const { models, choiceActions, providerAccess } = useFormContextValue()
  const name = useId()
  const chosen = (modelId: string) => models.filter(({ id }) => id === modelId).length
  const missing = catalogue.filter(({ id }) => chosen(id) === 0)

  return (
    <fieldset
      className="border-t border-line p-1"
      onKeyDown={(event) => {
        const closes = event.key === 'Escape' || (event.key === 'Enter' && isInput(event.target))
        if (!closes) return
        event.preventDefault()
        onClose()
      }}
    >
      <legend className="sr-only">Model</legend>
      <p className="px-2 pt-1 pb-2 text-xs text-muted">Choose one, or tick several to compare them.</p>
      <ul>
        {catalogue.map((model) => {
          const count = chosen(model.id)
          const isOnly = count > 0 && models.length === count
          return (
            <li
              key={model.id}
              className="flex items-stretch rounded-md hover:bg-raised has-checked:bg-raised"
            >
              <label className="flex min-w-0 flex-1 cursor-pointer items-start gap-2 p-2">
                <input
                  type="radio"
                  name={name}
                  className="mt-1 accent-accent"
                  checked={models.length === 1 && count === 1}
                  onChange={() => choiceActions.chooseOnly(model.id)}
                  // Arrow keys click too, but without a pointer: they go on through the list.
                  onClick={(event) => event.detail > 0 && onClose()}
                />
                <ModelCard model={model} access={providerAccess[model.provider]} withSummary />
              </label>
              <div className="flex w-22 shrink-0 flex-col items-stretch border-l border-line">
                <label className="flex min-h-8 flex-1 cursor-pointer items-center gap-1.5 px-2 text-xs pointer-coarse:min-h-11">
                  <input
                    type="checkbox"
                    className="accent-accent"
                    aria-label={`Compare ${model.title}`}
                    checked={count > 0}
                    // One model is always chosen.
                    aria-disabled={isOnly ? true : undefined}
                    onChange={() => {
                      if (count === 0) choiceActions.add(model.id)
                      else if (!isOnly) choiceActions.removeModels(model.id)
                    }}
                  />
                  Compare
                </label>
                {count > 0 ? (
                  <button
                    type="button"
                    className="flex min-h-8 flex-1 items-center gap-1 px-2 text-xs whitespace-nowrap text-muted hover:text-text pointer-coarse:min-h-11"
                    aria-label={`Add ${model.title} again`}
                    title="The same model once more, with other values"
                    onClick={() => choiceActions.add(model.id)}
                  >
                    <Plus aria-hidden className="size-3.5" />
                    {count > 1 ? `Again · ${count}` : 'Again'}
                  </button>
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
      <div className="flex flex-wrap items-center gap-2 border-t border-line p-2">
        {missing.length > 0 ? (
          <Button size="small" onClick={() => choiceActions.add(...missing.map(({ id }) => id))}>
            Compare all {catalogue.length}
          </Button>
        ) : null}
        <span className="text-xs text-muted" role="status">
          {models.length > 1 ? `${models.length} chosen` : ''}
        </span>
        <Button size="small" className="ml-auto" onClick={onClose}>
          Done
        </Button>
      </div>
    </fieldset>
  )
}

function isInput(target: EventTarget): boolean {
  return target instanceof HTMLInputElement
}
