'use client'
import type { ReactNode } from 'react'
import { providerIds, providers } from '@/lib/models/providers'
import { findModel } from '@/lib/models/registry'
import { libraryStates, type LibraryQuery } from '@/lib/library/library-query'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'
import { stateTexts } from './filter-texts'

interface FilterFieldsProps {
  query: LibraryQuery
  /** By id. */
  models: readonly string[]
  onChange(next: Partial<LibraryQuery>): void
}

const fieldClass = classNames(controlClass, 'h-9 w-full min-w-0 pointer-coarse:h-11')

/** By what the runs can be narrowed down; each takes effect at once. */
export function FilterFields({ query, models, onChange }: FilterFieldsProps) {
  const choice = <K extends 'model' | 'provider' | 'state' | 'star' | 'mask'>(
    name: K,
    label: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <Field label={label}>
      <select
        name={name}
        className={fieldClass}
        value={query[name] ?? ''}
        onChange={(event) => onChange({ [name]: event.target.value || undefined } as Pick<LibraryQuery, K>)}
      >
        <option value="">Any</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  )
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {choice(
        'model',
        'Model',
        models.map((id) => [id, findModel(id)?.title ?? id]),
      )}
      {choice(
        'provider',
        'Provider',
        providerIds.map((id) => [id, providers[id].title]),
      )}
      {choice(
        'state',
        'State',
        libraryStates.map((state) => [state, stateTexts[state]]),
      )}
      {choice('star', 'Star', [
        ['yes', 'Starred'],
        ['no', 'Not starred'],
      ])}
      {choice('mask', 'Mask', [
        ['yes', 'With a mask'],
        ['no', 'Without'],
      ])}
      <DayField name="from" label="From day (UTC)" value={query.from} onChange={onChange} />
      <DayField name="to" label="To day (UTC)" value={query.to} onChange={onChange} />
      <CentsField name="min" label="Cost from (¢)" value={query.min} onChange={onChange} />
      <CentsField name="max" label="Cost to (¢)" value={query.max} onChange={onChange} />
    </div>
  )
}

function DayField({
  name,
  label,
  value,
  onChange,
}: {
  name: 'from' | 'to'
  label: string
  value: string | undefined
  onChange: FilterFieldsProps['onChange']
}) {
  return (
    <Field label={label}>
      <input
        // Its own text is the person's until it is a day.
        key={value}
        type="date"
        name={name}
        className={fieldClass}
        defaultValue={value}
        onBlur={(event) => {
          if ((event.target.value || undefined) !== value)
            onChange({ [name]: event.target.value || undefined })
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    </Field>
  )
}

function CentsField({
  name,
  label,
  value,
  onChange,
}: {
  name: 'min' | 'max'
  label: string
  value: number | undefined
  onChange: FilterFieldsProps['onChange']
}) {
  return (
    <Field label={label}>
      <input
        key={value}
        type="number"
        name={name}
        min={0}
        step="any"
        inputMode="decimal"
        className={fieldClass}
        defaultValue={value}
        onBlur={({ target }) => {
          const next = target.value === '' || !target.validity.valid ? undefined : target.valueAsNumber
          if (next !== value) onChange({ [name]: next })
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    </Field>
  )
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="grid min-w-0 gap-1 text-xs text-muted">
      {label}
      {children}
    </label>
  )
}
