'use client'
import { useFormContextValue } from '../form-context'
import { readAxis } from '../plan-of-values'
import { axisPath } from '../playground-values'
import { showWhenThere } from '../run/show-field'
import { usePlaygroundValues } from '../use-playground-values'

/** In place of a field whose value is varied: the values, and the way to them. */
export function SweptField({ axis, labelId }: { axis: number; labelId: string }) {
  const { models } = useFormContextValue()
  const swept = usePlaygroundValues().sweep.axes[axis]
  const read = swept && readAxis(models, swept)
  return (
    <div
      role="group"
      aria-labelledby={labelId}
      className="flex items-center gap-2 rounded-md border border-dashed border-line px-2.5 py-1.5 text-sm text-muted"
    >
      <span className="line-clamp-3 min-w-0 flex-1 [overflow-wrap:anywhere]">
        Swept: {read && 'values' in read ? read.values.map(String).join(', ') : 'no values yet'}
      </span>
      <button
        type="button"
        className="min-h-6 shrink-0 text-xs underline decoration-line-strong underline-offset-2 hover:text-text"
        onClick={(event) => {
          const form = event.currentTarget.closest('form')
          if (form) showWhenThere(form, axisPath(axis))
        }}
      >
        Change
      </button>
    </div>
  )
}
