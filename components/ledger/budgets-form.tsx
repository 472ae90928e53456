'use client'

import { useRouter } from 'next/navigation'
import { useId, useState, type SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'
import { formatCents } from '@/components/ui/format-cents'
import type { Budgets } from '@/lib/ledger/budget'
import { readBudget } from '@/components/settings/read-budget'
import { saveBudgets } from './save-budgets'

const fields = [
  { name: 'perRun', title: 'Each run' },
  { name: 'perDay', title: 'Each day' },
  { name: 'perMonth', title: 'Each month' },
] as const
type Field = (typeof fields)[number]['name']

/** What may be spent at most, and how much of it is. */
export function BudgetsForm({ budgets, spent }: { budgets: Budgets; spent: { day: number; month: number } }) {
  const id = useId()
  const router = useRouter()
  const [kept, setKept] = useState(budgets)
  const [texts, setTexts] = useState<Record<Field, string>>({
    perRun: textOf(budgets.perRun),
    perDay: textOf(budgets.perDay),
    perMonth: textOf(budgets.perMonth),
  })
  const [wrong, setWrong] = useState<Field>()
  const [said, setSaid] = useState<{ problem: boolean; sentence: string }>()
  const used: Partial<Record<Field, number>> = { perDay: spent.day, perMonth: spent.month }

  async function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const wanted: Budgets = {}
    for (const { name } of fields) {
      const cents = readBudget(texts[name])
      if (cents === null) {
        setWrong(name)
        return setSaid({
          problem: true,
          sentence: 'Write an amount like 2.50, or leave it empty for no limit.',
        })
      }
      wanted[name] = cents
    }
    setWrong(undefined)
    const problem = await saveBudgets(wanted)
    if (!problem) {
      setKept(wanted)
      // Pages that the router kept were made with other budgets.
      router.refresh()
    }
    setSaid(problem ? { problem: true, sentence: problem } : { problem: false, sentence: 'Saved.' })
  }

  return (
    <section aria-labelledby={id} className="grid gap-3 rounded-lg border border-line bg-panel p-4">
      <div className="grid gap-1">
        <h2 id={id} className="text-base font-semibold">
          Budgets
        </h2>
        <p className="max-w-prose text-muted">
          A prediction reserves its price before it is sent, so that not even many at once can pass a budget.
          What does not fit is shown as not run, and can be run again when there is room.
        </p>
      </div>
      <form noValidate onSubmit={save} className="flex flex-wrap items-start gap-4">
        {fields.map(({ name, title }) => (
          <div key={name} className="grid w-40 gap-1">
            <label htmlFor={`${id}-${name}`} className="font-medium">
              {title}, $
            </label>
            <input
              id={`${id}-${name}`}
              inputMode="decimal"
              autoComplete="off"
              placeholder="no limit"
              className={classNames(controlClass, 'h-9 w-full tabular-nums pointer-coarse:h-11')}
              aria-invalid={wrong === name}
              aria-describedby={wrong === name ? `${id}-said` : undefined}
              value={texts[name]}
              onChange={(event) => {
                setTexts({ ...texts, [name]: event.target.value })
                setSaid(undefined)
              }}
            />
            <span className="text-xs text-muted">{usedText(used[name], kept[name])}</span>
          </div>
        ))}
        <Button type="submit" className="mt-6 pointer-coarse:h-11">
          Save budgets
        </Button>
      </form>
      <p id={`${id}-said`} role="status" className={said?.problem ? 'text-danger' : 'text-muted'}>
        {said?.sentence}
      </p>
    </section>
  )
}

function textOf(cents: number | undefined): string {
  return cents === undefined ? '' : (cents / 100).toFixed(2)
}

function usedText(used: number | undefined, limit: number | undefined): string {
  if (used === undefined) return ''
  return limit === undefined
    ? `${formatCents(used)} so far`
    : `${formatCents(used)} of ${formatCents(limit)} used`
}
