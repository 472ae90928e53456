'use client'
import { useState } from 'react'
import { ChevronRight } from 'lucide-react'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { useFormState } from 'react-hook-form'
import { useFormContextValue } from '../form-context'
import { flattenErrors } from '../form-errors'
import type { PlaygroundValues } from '../playground-values'
import { useFromValues } from '../use-playground-values'
import { useUploads } from '../pictures/use-uploads'
import { hasOwnInstructions } from './form-batch'

// Fetched when it is opened.
const BatchFields = loadedWhenUsed(
  () => import('./batch-fields').then((module) => module.BatchFields),
  () => <p className="p-3 text-muted">Loading…</p>,
)

/** Many pictures, each on its own. Folded away until it is used; pictures may be dropped on it all the same. */
export function BatchSection() {
  const { form } = useFormContextValue()
  const { errors } = useFormState({ control: form.control })
  const [isOpen, setOpen] = useState(false)
  const summary = useFromValues(batchSummary)
  const isArriving = useUploads().some(({ target }) => target === 'batch')
  const hasProblem = flattenErrors(errors).some(({ path }) => path.startsWith('batch.'))
  const isShown = isOpen || hasProblem || isArriving
  return (
    <details
      data-batch
      className="group/batch border-t border-line pt-1"
      open={isShown}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onPointerEnter={() => BatchFields.preload()}
    >
      <summary className="flex min-h-9 list-none items-center gap-1 text-sm font-medium pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform group-open/batch:rotate-90"
        />
        <span className="whitespace-nowrap">Batch</span>
        {summary ? (
          <span className="ml-1 flex min-w-0 items-center gap-1.5 text-xs font-normal group-open/batch:hidden">
            <span className="size-1.5 shrink-0 rounded-full bg-accent" aria-hidden />
            <span className="truncate">{summary}</span>
          </span>
        ) : (
          <span className="ml-1 truncate text-xs font-normal text-muted">many pictures, each on its own</span>
        )}
      </summary>
      {isShown ? <BatchFields /> : null}
    </details>
  )
}

/** "12 pictures, each with its own instruction"; empty where there are none. */
function batchSummary({ batch }: PlaygroundValues): string {
  const count = batch?.pictures.length ?? 0
  if (count === 0) return ''
  const pictures = count === 1 ? '1 picture' : `${count} pictures`
  return hasOwnInstructions(batch) ? `${pictures}, each with its own instruction` : pictures
}
