'use client'
import { useId } from 'react'
import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { controlClass } from '@/components/ui/control-class'
import { classNames } from '@/components/ui/class-names'
import type { AxisValue } from '@/lib/models/run-plan'
import { listed } from '../field-problems'
import { useFormContextValue, useProblem } from '../form-context'
import { readAxis } from '../plan-of-values'
import { axisPath, type FormAxis } from '../playground-values'
import { rangeText } from '../range-text'
import type { SweepableRow } from './sweepable-rows'

interface AxisFieldProps {
  axis: FormAxis
  index: number
  /** What it may vary. */
  rows: readonly SweepableRow[]
  onParameter: (row: SweepableRow) => void
  onValues: (values: Pick<FormAxis, 'text' | 'values'>) => void
  onRemove: () => void
}

/** One swept parameter: which, its values as text or ticks, and how they are read. */
export function AxisField({ axis, index, rows, onParameter, onValues, onRemove }: AxisFieldProps) {
  const { models } = useFormContextValue()
  const id = useId()
  const refused = useProblem(axisPath(index))
  const read = readAxis(models, axis)
  const row = rows.find(({ name }) => name === axis.parameter)
  const isUntouched = !axis.text && !axis.values?.length
  const problem = 'problem' in read ? (isUntouched ? undefined : read.problem) : refused
  const noteId = `${id}-note`
  const number = index === 0 ? 'First' : 'Second'

  return (
    <fieldset data-field={axisPath(index)} className="rounded-lg border border-line bg-panel p-2.5">
      <legend className="sr-only">{number} sweep</legend>
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          Sweep
        </label>
        <select
          id={id}
          className={classNames(controlClass, 'h-9 min-w-0 flex-1')}
          value={axis.parameter}
          onChange={(event) => {
            const chosen = rows.find(({ name }) => name === event.target.value)
            if (chosen) onParameter(chosen)
          }}
        >
          {row ? null : <option value={axis.parameter}>{axis.parameter}: no model has it</option>}
          {rows.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        <Button
          variant="faint"
          size="icon"
          aria-label={`Remove the sweep of ${row?.label ?? axis.parameter}`}
          onClick={(event) => {
            const section = event.currentTarget.closest('details')
            onRemove()
            requestAnimationFrame(() => section?.querySelector<HTMLElement>('[data-add-axis]')?.focus())
          }}
        >
          <X aria-hidden />
        </Button>
      </div>
      {row ? (
        <Values row={row} axis={axis} onValues={onValues} isInvalid={problem !== undefined} noteId={noteId} />
      ) : null}
      <div id={noteId} className="mt-1.5 space-y-1 text-xs text-muted">
        {'values' in read ? <Echo values={read.values} isText={row?.row.kind === 'text'} /> : null}
        {problem ? <p className="text-danger">{problem}</p> : null}
        {row && 'problem' in read && isUntouched ? <p>{hint(row)}</p> : null}
        {row ? <Lacking row={row} /> : null}
      </div>
    </fieldset>
  )
}

interface ValuesProps {
  row: SweepableRow
  axis: FormAxis
  onValues: AxisFieldProps['onValues']
  isInvalid: boolean
  noteId: string
}

function Values({ row, axis, onValues, isInvalid, noteId }: ValuesProps) {
  const { options } = row
  if (options) {
    const ticked = axis.values ?? []
    const tick = (value: AxisValue, isOn: boolean) =>
      onValues({ values: isOn ? [...ticked, value] : ticked.filter((one) => one !== value) })
    return (
      <div
        role="group"
        aria-label={`Values of ${row.label}`}
        aria-describedby={noteId}
        className="mt-2 flex flex-wrap gap-1.5"
      >
        {options.map(({ value, label }) => (
          <label
            key={String(value)}
            className="flex min-h-8 cursor-pointer items-center gap-1.5 rounded-md border border-line px-2 text-xs hover:bg-raised has-checked:border-accent"
          >
            <input
              type="checkbox"
              className="accent-accent"
              checked={ticked.includes(value)}
              onChange={(event) => tick(value, event.target.checked)}
            />
            {label}
          </label>
        ))}
      </div>
    )
  }
  const shared = {
    'aria-label': `Values of ${row.label}`,
    'aria-describedby': noteId,
    'aria-invalid': isInvalid,
    value: axis.text ?? '',
  }
  return row.row.kind === 'text' ? (
    <textarea
      rows={3}
      className={classNames(
        controlClass,
        'mt-2 block field-sizing-content max-h-60 min-h-20 w-full resize-none py-2',
      )}
      placeholder="make it night || make it day"
      {...shared}
      onChange={(event) => onValues({ text: event.target.value })}
    />
  ) : (
    <input
      type="text"
      autoComplete="off"
      className={classNames(controlClass, 'mt-2 h-9 w-full tabular-nums')}
      placeholder="1, 2, .., 10"
      {...shared}
      onChange={(event) => onValues({ text: event.target.value })}
    />
  )
}

/** The values as they are read: what the dots stand for is seen before it is paid for. */
function Echo({ values, isText }: { values: readonly AxisValue[]; isText: boolean }) {
  const count = values.length === 1 ? '1 value' : `${values.length} values`
  if (!isText)
    return (
      <p role="status" className="line-clamp-3 [overflow-wrap:anywhere]">
        {count}: {values.map(String).join(', ')}
      </p>
    )
  return (
    <div role="status">
      {count}:
      <ol className="max-h-32 list-decimal overflow-y-auto pl-5">
        {values.map((value) => (
          <li key={String(value)} className="[overflow-wrap:anywhere]">
            {value}
          </li>
        ))}
      </ol>
    </div>
  )
}

function hint({ row, options }: SweepableRow): string {
  if (options) return 'Tick the values to try.'
  if (row.kind === 'text') return 'Write the instructions to try, with || between them.'
  return `Write the values to try, like 1, 2, 3 or 1, 2, .., 10. ${rangeText(row)}.`
}

/** Which models have no such parameter: they are run once, and not for every value. */
function Lacking({ row }: { row: SweepableRow }) {
  const { models } = useFormContextValue()
  const others = [...new Set(models)].filter((model) => !row.models.includes(model))
  if (others.length === 0) return null
  const what = row.label.toLowerCase()
  const repeated = row.name === 'seed' ? 'repeated all the same' : 'not repeated for it'
  const names = (list: readonly { title: string }[]) => listed(list.map(({ title }) => title))
  return (
    <p>
      {others.length > row.models.length
        ? `Only for ${names(row.models)}: the others have no ${what} and are ${repeated}.`
        : `${names(others)} ${others.length === 1 ? 'has' : 'have'} no ${what}: ${repeated}.`}
    </p>
  )
}
